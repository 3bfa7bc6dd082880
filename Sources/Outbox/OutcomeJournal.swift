public import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Foundation

/// Keeps what became of deliveries while the store cannot take it, so that the end of the process does not lose it.
///
/// A file beside the store: it holds at most what the store refused last.
public protocol OutcomeJournal: Sendable {
    /// Replaces what is kept, and returns when it is on disk; an empty list removes it.
    ///
    /// - Throws: whatever keeps it from being written; the outcomes stay in memory then.
    func replace(with outcomes: [UnstoredOutcome]) async throws

    /// What is kept; empty when nothing is.
    ///
    /// - Throws: whatever keeps it from being read.
    func outcomes() async throws -> [UnstoredOutcome]
}

/// What became of one delivery, ready to be stored.
public struct UnstoredOutcome: Hashable, Sendable {
    public let settlement: Settlement

    public init(_ settlement: Settlement) { self.settlement = settlement }
}

extension UnstoredOutcome: Codable {
    private enum CodingKeys: String, CodingKey {
        case delivery, token, state, detail, due, pausesChannel, warnsAt, entry
    }

    private struct Entry: Codable {
        let kind: String
        let at: Instant
        let payload: Data
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let entry = try container.decodeIfPresent(Entry.self, forKey: .entry)
        settlement = Settlement(
            ClaimTicket(
                reference: try container.decode(DeliveryReference.self, forKey: .delivery),
                token: try container.decode(Int.self, forKey: .token)),
            standing: DeliveryStanding(
                try StateName(parsing: container.decode(String.self, forKey: .state)),
                detail: Array(try container.decode(Data.self, forKey: .detail)),
                due: try container.decodeIfPresent(Instant.self, forKey: .due),
                pausesChannel:
                    // What was kept by a version that did not know it.
                    try container.decodeIfPresent(Bool.self, forKey: .pausesChannel) ?? false,
                warnsAt: try container.decodeIfPresent(Instant.self, forKey: .warnsAt)),
            entry: try entry.map {
                LogDraft(try LogKind(parsing: $0.kind), at: $0.at, payload: Array($0.payload))
            })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(settlement.ticket.reference, forKey: .delivery)
        try container.encode(settlement.ticket.token, forKey: .token)
        try container.encode(settlement.standing.state.text, forKey: .state)
        try container.encode(Data(settlement.standing.detail.reveal()), forKey: .detail)
        try container.encodeIfPresent(settlement.standing.due, forKey: .due)
        try container.encode(settlement.standing.pausesChannel, forKey: .pausesChannel)
        try container.encodeIfPresent(settlement.standing.warnsAt, forKey: .warnsAt)
        try container.encodeIfPresent(
            settlement.entry.map {
                Entry(kind: $0.kind.text, at: $0.at, payload: Data($0.payload.reveal()))
            }, forKey: .entry)
    }
}
