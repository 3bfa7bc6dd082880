public import ContactRouting
internal import Digests
public import JSONText

/// Writes a decision: the same decision, case, stamp and texts give the same bytes.
///
/// Keys stand in the order of docs/case-format.md, section 3.
public struct DecisionWriter: Sendable {
    private let fragments = OfferFragments()

    public init() {}

    /// The decision as bytes, without a line end.
    ///
    /// - Parameters:
    ///   - facts: the case that was decided; what a channel costs depends on where the person is.
    ///   - texts: sentences, questions and flips; nil leaves them out.
    public func json(
        _ decision: Decision, of facts: ContactCase, stamp: DecisionStamp, texts: DecisionTexts? = nil,
        layout: JSONWriter.Layout = .compact
    ) -> [UInt8] {
        var writer = JSONWriter(layout, capacity: 16_384)
        write(decision, of: facts, stamp: stamp, texts: texts, to: &writer)
        return writer.bytes
    }

    /// Writes the decision where a value is expected.
    ///
    /// A batch keeps one writer and empties it after each line.
    ///
    /// - Complexity: O(channels).
    public func write(
        _ decision: Decision, of facts: ContactCase, stamp: DecisionStamp, texts: DecisionTexts? = nil,
        to writer: inout JSONWriter
    ) {
        let writing = DecisionWriting(decision, facts, stamp, texts?.wording, fragments)
        writer.beginObject()
        writer.key("decidedAt")
        writer.moment(decision.decidedAt, in: stamp.zone)
        let best = writing.writeOutcome(to: &writer)
        writing.writeChannels(best: best, to: &writer)
        writing.writeDeadlines(to: &writer)
        writing.writeNext(to: &writer)
        writing.writeAsked(to: &writer)
        if let texts { writing.write(texts, to: &writer) }
        Self.write(stamp, to: &writer)
        writer.endObject()
    }

    private static func write(_ stamp: DecisionStamp, to writer: inout JSONWriter) {
        writer.key("digests")
        writer.beginObject()
        writer.key("case")
        writer.string(stamp.caseDigest.description)
        writer.key("directory")
        writer.string(stamp.directoryDigest.description)
        writer.key("rules")
        writer.string(stamp.rulesDigest.description)
        writer.endObject()
        writer.key("program")
        writer.string(stamp.program)
    }
}
