internal import ChannelPluginKit
internal import ContactRouting

/// A fact in the person's words that may be too long for a page.
struct LongFact {
    /// Above this nothing is measured, in characters.
    static let charactersMax = 8_000

    let fact: Doubt.LongFact
    /// Whether its beginning is of use; a part of a number is none.
    var isDivisible = true
    private let text: @Sendable (PreparationRequest) -> String?
    private let write: @Sendable (String, inout PreparationRequest) -> Void

    private init(
        fact: Doubt.LongFact, text: @escaping @Sendable (PreparationRequest) -> String?,
        write: @escaping @Sendable (String, inout PreparationRequest) -> Void
    ) {
        self.fact = fact
        self.text = text
        self.write = write
    }

    /// Whole or not at all.
    private var indivisible: LongFact {
        var fact = self
        fact.isDivisible = false
        return fact
    }

    static let all: [LongFact] = [
        LongFact(fact: .description) {
            $0.contactCase.issue.description?.reveal()
        } write: {
            $1.contactCase.issue.description = $0.isEmpty ? nil : Private($0)
        },
        line(.itemName, \.contactCase.order.item.name),
        line(.sellerName, \.contactCase.seller.name),
        line(.merchantName, \.recipient.name),
        LongFact(fact: .merchantName) {
            $0.call?.service?.text
        } write: {
            $1.call?.service = try? TextLine(parsing: $0)
        },
        hiddenLine(.orderNumber, \.contactCase.order.number).indivisible,
        hiddenLine(.consumerName, \.contactCase.consumer.name),
    ]

    func length(in request: PreparationRequest) -> Int { text(request)?.count ?? 0 }

    /// The request with only the beginning of this fact, and a word on where the whole stands.
    ///
    /// - Parameter characters: 0 leaves nothing but that word.
    func shortened(to characters: Int, in request: PreparationRequest) -> PreparationRequest {
        var request = request
        let whole = text(request) ?? ""
        guard characters < whole.count else { return request }
        let beginning = Self.beginning(of: whole, characters)
        write(Self.mark(after: beginning, in: request.language), &request)
        return request
    }

    /// Up to the end of a word, where one is near.
    private static func beginning(of text: String, _ characters: Int) -> String {
        let cut = text.prefix(characters)
        guard let space = cut.lastIndex(where: \.isWhitespace), cut[space...].count <= 30 else {
            return String(cut)
        }
        return String(cut[..<space])
    }

    private static func mark(after beginning: String, in language: Language) -> String {
        switch (language, beginning.isEmpty) {
        case (.french, true): "(voir brief.txt)"
        case (.french, false): "\(beginning)… (la suite est dans brief.txt)"
        case (.english, true): "(see brief.txt)"
        case (.english, false): "\(beginning)… (the rest is in brief.txt)"
        }
    }

    private static func line(
        _ fact: Doubt.LongFact, _ path: any WritableKeyPath<PreparationRequest, TextLine?> & Sendable
    ) -> LongFact {
        LongFact(fact: fact) {
            $0[keyPath: path]?.text
        } write: {
            $1[keyPath: path] = try? TextLine(parsing: $0)
        }
    }

    private static func hiddenLine(
        _ fact: Doubt.LongFact, _ path: any WritableKeyPath<PreparationRequest, Private<TextLine>?> & Sendable
    ) -> LongFact {
        LongFact(fact: fact) {
            $0[keyPath: path]?.reveal().text
        } write: {
            $1[keyPath: path] = (try? TextLine(parsing: $0)).map { Private($0) }
        }
    }
}
