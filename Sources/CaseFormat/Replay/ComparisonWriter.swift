internal import CivilCalendar
internal import ContactRouting
internal import Digests
public import JSONText

/// Writes a comparison of two decisions for programs: the same comparison gives the same bytes.
///
/// - Source: docs/case-format.md, "Two decisions compared".
public struct ComparisonWriter: Sendable {
    public init() {}

    /// Writes the comparison where a value is expected.
    ///
    /// - Parameters:
    ///   - stamp: the zone in which moments are written.
    ///   - contactsLeftOut: contacts of the case that are later than the decision.
    public func write(
        _ comparison: DecisionComparison, stamp: DecisionStamp, contactsLeftOut: Int,
        to writer: inout JSONWriter
    ) {
        let zone = stamp.zone
        writer.beginObject()
        writer.key("decidedAt")
        writer.moment(comparison.recorded.decidedAt, in: zone)
        writer.key("same")
        writer.bool(comparison.changes.isEmpty)
        writer.key("inputs")
        Self.write(comparison.recorded.basis, comparison.today.basis, to: &writer)
        writer.key("contactsLeftOut")
        writer.int(contactsLeftOut)
        writer.key("causes")
        writer.names(comparison.causes.map(\.rawValue))
        writer.key("changes")
        writer.beginArray()
        let writing = ChangeWriting(
            zone: zone, today: zone.day(at: comparison.recorded.decidedAt), causes: comparison.causes)
        for change in comparison.changes { writing.write(change, to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    private static func write(_ old: DecisionBasis, _ new: DecisionBasis, to writer: inout JSONWriter) {
        writer.beginObject()
        for input in DecisionInput.allCases {
            writer.key(named: input.rawValue)
            writer.beginObject()
            writer.key("recorded")
            writer.string(old.text(of: input))
            writer.key("today")
            writer.string(new.text(of: input))
            writer.endObject()
        }
        writer.endObject()
    }
}

extension DecisionBasis {
    fileprivate func text(of input: DecisionInput) -> String {
        switch input {
        case .caseFile: caseDigest.description
        case .directory: directoryDigest.description
        case .rules: rulesDigest.description
        case .program: program
        }
    }
}
