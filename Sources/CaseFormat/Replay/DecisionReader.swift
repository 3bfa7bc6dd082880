internal import JSONText

/// Reads a decision that this program wrote, to compare it with today's: one object, with sentences or without.
///
/// - Source: docs/case-format.md, section 3.
public struct DecisionReader: Sendable {
    /// Largest file, in bytes.
    public static let bytesMax = 8 << 20
    /// Most channels, and most entries of any other list.
    public static let entriesMax = 1000
    /// Most terms of a score.
    public static let termsMax = 100

    private static let limits = JSONLimits(bytesMax: bytesMax, depthMax: 32)

    public init() {}

    /// Reads a decision.
    ///
    /// - Throws: the first fault in the order of the file; `FaultCode.notADecision` for JSON that is something else.
    /// - Complexity: O(bytes).
    public func read(_ bytes: [UInt8]) throws(CaseFormatError) -> DecisionRecord {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONDocument(parsing: bytes, limits: Self.limits).root
        } catch {
            throw CaseFormatError(error)
        }
        guard root["decidedAt"] != nil, root["digests"] != nil else {
            throw CaseFormatError(.notADecision, at: root.place)
        }
        let intake = Intake(nullIsUnknown: true)
        let record = RecordReading(intake).read(root)
        try intake.throwFirst()
        guard let record else { preconditionFailure("a decision is missing only after a fault was noted") }
        return record
    }
}
