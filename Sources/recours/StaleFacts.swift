import CivilCalendar
import ContactRouting

/// The facts of a directory that must be checked again.
struct StaleFacts {
    struct Fact {
        /// Whose fact it is: `amazon-fr phone`.
        let owner: String
        let source: Source

        /// One line for people and for `cut`: day, owner, source.
        var line: String {
            "\(source.staleAfter)\t\(owner)\t\(source.url?.text ?? source.title ?? "-")"
        }
    }

    private let facts: [Fact]

    init(_ directory: Directory) {
        var facts: [Fact] = []
        for merchant in directory.merchants {
            if let legal = merchant.legal {
                facts.append(Fact(owner: "\(merchant.id) legal", source: legal.source))
            }
            if let source = merchant.mediatorSource {
                facts.append(Fact(owner: "\(merchant.id) mediator", source: source))
            }
            for policy in merchant.policies {
                facts.append(Fact(owner: "\(merchant.id) \(policy.id)", source: policy.source))
                facts += policy.extensions.map {
                    Fact(owner: "\(merchant.id) \(policy.id)", source: $0.source)
                }
            }
            facts += merchant.channels.flatMap { Self.facts(of: $0, owner: merchant.id) }
        }
        for institution in directory.institutions {
            facts += institution.channels.flatMap { Self.facts(of: $0, owner: institution.id) }
        }
        facts += directory.closed.map { Fact(owner: "\($0.id)", source: $0.source) }
        self.facts = facts
    }

    /// Those that are stale on a day, the longest stale first.
    func list(on day: CivilDay) -> [Fact] {
        facts.filter { $0.source.isStale(on: day) }
            .sorted { ($0.source.staleAfter, $0.owner) < ($1.source.staleAfter, $1.owner) }
    }

    private static func facts(of entry: ChannelEntry, owner: EntryID) -> [Fact] {
        let name = "\(owner) \(entry.channel)"
        let own = [Fact(owner: name, source: entry.source)]
        let endpoints = entry.endpoints.compactMap { $0.source.map { Fact(owner: name, source: $0) } }
        let conditions = entry.conditions.compactMap { $0.source.map { Fact(owner: name, source: $0) } }
        return own + endpoints + conditions
    }
}
