public import CivilCalendar
public import ContactRouting

/// What a new case begins with.
public struct CaseOpening: Hashable, Sendable {
    public let reference: CaseReference
    /// The bytes of `case.json`.
    public let facts: Private<[UInt8]>
    /// The first entry of the log; its moment is the moment of opening.
    public let entry: LogDraft

    public init(reference: CaseReference, facts: [UInt8], entry: LogDraft) {
        self.reference = reference
        self.facts = Private(facts)
        self.entry = entry
    }
}

/// New facts for a case, by somebody who has read the older ones.
public struct FactsChange: Hashable, Sendable {
    /// The bytes of `case.json`.
    public let facts: Private<[UInt8]>
    /// The `factsRevision` of the case as it was read.
    ///
    /// Another one in the store means that somebody else was faster: read again.
    public let revision: Int

    public init(facts: [UInt8], replacing revision: Int) {
        self.facts = Private(facts)
        self.revision = revision
    }
}

/// A stored case.
public struct CaseRecord: Hashable, Sendable {
    public let summary: CaseSummary
    /// The bytes of `case.json`; nil once the case is forgotten.
    public let facts: Private<[UInt8]>?
    /// `1` for the facts it was opened with, one more for each change.
    public let factsRevision: Int

    public init(summary: CaseSummary, facts: [UInt8]?, factsRevision: Int) {
        self.summary = summary
        self.facts = facts.map { Private($0) }
        self.factsRevision = factsRevision
    }
}

/// A case as a list shows it: nothing about a person.
public struct CaseSummary: Hashable, Sendable {
    public let reference: CaseReference
    public let openedAt: Instant
    /// The moment of the newest entry of the log.
    public let changedAt: Instant
    public let closedAt: Instant?
    public let forgottenAt: Instant?
    /// How many entries the log has.
    public let entries: Int

    public init(
        reference: CaseReference, openedAt: Instant, changedAt: Instant, closedAt: Instant? = nil,
        forgottenAt: Instant? = nil, entries: Int
    ) {
        self.reference = reference
        self.openedAt = openedAt
        self.changedAt = changedAt
        self.closedAt = closedAt
        self.forgottenAt = forgottenAt
        self.entries = entries
    }

    /// Neither closed nor forgotten.
    public var isOpen: Bool { closedAt == nil && forgottenAt == nil }
}
