public import CivilCalendar
public import ContactRouting

/// Looks after the store itself.
public protocol StoreCare: Sendable {
    /// Reads everything and says what is wrong with it.
    ///
    /// - Complexity: O(bytes stored).
    func verify() async throws(CaseStoreError) -> StoreReport

    /// Writes a consistent copy, which begins on hold: nothing goes out of it until a person confirms.
    ///
    /// - Parameters:
    ///   - path: where nothing is yet.
    ///   - now: the moment of the copy, which its hold names.
    /// - Throws: `CaseStoreError.backupExists`, `.unsupported` for a store that has no files, and what keeps the
    ///   copy from being written.
    func backUp(to path: String, now: Instant) async throws(CaseStoreError)

    /// What tells this store from the one that it was restored from; nil when it never was restored.
    ///
    /// Drawn when a copy is opened for the first time, before anything else: two restores of one copy differ.
    func mark() async throws(CaseStoreError) -> StoreMark?

    /// Ends the use of the store; every later call throws `CaseStoreError.closed`.
    ///
    /// Calls that were handed over before are carried out.
    func shutDown() async
}

/// What a check of the whole store found.
public struct StoreReport: Hashable, Sendable {
    /// Most findings that are listed.
    public static let findingsMax = 100

    public let cases: Int
    public let entries: Int
    public let deliveries: Int
    /// The first hundred; empty when all is well.
    public let findings: [StoreFinding]

    public init(cases: Int, entries: Int, deliveries: Int, findings: [StoreFinding]) {
        self.cases = cases
        self.entries = entries
        self.deliveries = deliveries
        self.findings = findings
    }

    /// True when nothing is wrong.
    public var isSound: Bool { findings.isEmpty }
}

/// One thing that is wrong with a store.
public enum StoreFinding: Hashable, Sendable {
    /// The engine's own check complains, in its words.
    case engine(String)
    /// An entry of a log is not what it was, or not where it was.
    case chain(CaseReference, sequence: Int)
    /// A log ends before or after the place that the case remembers.
    case logEnd(CaseReference)
    /// The facts are not the ones that the log covers.
    case facts(CaseReference)
    /// The bytes of a file are not the ones that were prepared.
    case file(DeliveryReference)
    /// A case that is forgotten still holds something about a person.
    case notForgotten(CaseReference)
}

extension StoreFinding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .engine(let text): "The database is damaged: \(text)."
        case .chain(let reference, let sequence):
            "Entry \(sequence) of the log of case \(reference) is not what it was when it was written."
        case .logEnd(let reference):
            "The log of case \(reference) does not end where it ended when it was last written."
        case .facts(let reference): "The facts of case \(reference) are not the ones that its log covers."
        case .file(let reference): "A file of delivery \(reference) is not the one that was prepared."
        case .notForgotten(let reference):
            "Case \(reference) was to be forgotten, and something of it is still there."
        }
    }
}
