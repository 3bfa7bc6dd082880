public import CivilCalendar
public import ContactRouting
public import Digests
public import JSONText

/// The sentences of a preparation, in the language of its reader.
public protocol PreparedWording {
    func text(of doubt: Doubt) -> String
}

/// Writes `prepared.json`: what stands beside the files that were prepared.
///
/// - Source: docs/case-format.md, section 5.
public struct PreparedWriter: Sendable {
    public init() {}

    /// The preparation as bytes, without a line end.
    ///
    /// - Parameters:
    ///   - wording: says the doubts.
    ///   - preparedAt: the moment for which it was prepared, written in `zone`.
    /// - Throws: `DigestError` when OpenSSL does not work on this machine.
    public func json(
        _ prepared: PreparedDelivery, wording: some PreparedWording, preparedAt: Instant, zone: TimeZoneRules,
        layout: JSONWriter.Layout = .pretty
    ) throws(DigestError) -> [UInt8] {
        var writer = JSONWriter(layout, capacity: 2048)
        writer.beginObject()
        writer.key("channel")
        writer.string(prepared.channel.text)
        writer.key("preparedAt")
        writer.moment(preparedAt, in: zone)
        writer.key("reference")
        writer.string(prepared.reference.text)
        writer.key("recipient")
        writer.string(prepared.recipient.reveal())
        writer.key("link")
        if let link = prepared.link { writer.string(link.text) } else { writer.null() }
        writer.key("artifacts")
        writer.beginArray()
        for artifact in prepared.artifacts { try Self.write(artifact, to: &writer) }
        writer.endArray()
        Self.write(prepared.consent, to: &writer)
        writer.key("doubts")
        writer.beginArray()
        for doubt in prepared.doubts {
            writer.beginObject()
            writer.key("code")
            writer.string(doubt.code.text)
            writer.key("text")
            writer.string(wording.text(of: doubt))
            writer.endObject()
        }
        writer.endArray()
        writer.key("afterwards")
        writer.string(prepared.afterwards)
        writer.endObject()
        return writer.bytes
    }

    private static func write(_ artifact: Artifact, to writer: inout JSONWriter) throws(DigestError) {
        writer.beginObject()
        writer.key("role")
        writer.string(artifact.role.text)
        writer.key("file")
        writer.string(artifact.fileName.text)
        writer.key("mediaType")
        writer.string(artifact.mediaType.rawValue)
        writer.key("sha256")
        writer.string(try SHA256.digest(of: artifact.bytes.reveal()).hex)
        writer.key("pages")
        if let pages = artifact.pages { writer.int(pages) } else { writer.null() }
        writer.endObject()
    }

    private static func write(_ consent: ConsentNeeded, to writer: inout JSONWriter) {
        writer.key("consent")
        writer.beginObject()
        writer.key("irreversible")
        writer.bool(consent.irreversible)
        writer.key("price")
        writer.money(consent.price)
        if let priceMax = consent.priceMax {
            writer.key("priceMax")
            writer.money(priceMax)
        }
        writer.endObject()
    }
}
