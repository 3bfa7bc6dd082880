import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import JSONText

extension CaseJSON {
    /// The log as JSON Lines: everything that the hash of each entry is made of, so that anybody can check the chain.
    ///
    /// Moments are in seconds since 1970-01-01T00:00:00Z, as the hash has them; bytes are in hexadecimal digits, and a
    /// payload is the text of its bytes.
    ///
    /// - Source: docs/case-store.md, section 3.
    func log(_ entries: [LogEntry]) -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: 1024 * entries.count)
        for entry in entries {
            write(entry, to: &writer)
            writer.endLine()
        }
        return writer.bytes
    }

    private func write(_ entry: LogEntry, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("case")
        writer.string(entry.caseReference.text)
        writer.key("sequence")
        writer.int(entry.sequence)
        writer.key("seconds")
        writer.int(entry.at.secondsSinceEpoch)
        writer.key("at")
        writer.string(TimeZoneRules.utc.text(entry.at))
        writer.key("kind")
        writer.string(entry.kind.text)
        writer.key("payload")
        // Every payload is JSON that the program has written; its very bytes are what the digest covers.
        if let payload = entry.payload?.reveal() {
            writer.string(String(decoding: payload, as: UTF8.self))
        } else {
            writer.null()
        }
        writer.key("salt")
        if let salt = entry.salt { writer.string(Self.hex(salt.bytes)) } else { writer.null() }
        writer.key("payloadDigest")
        writer.string(entry.payloadDigest.hex)
        writer.key("factsDigest")
        if let digest = entry.factsDigest { writer.string(digest.hex) } else { writer.null() }
        writer.key("previous")
        if let previous = entry.previous { writer.string(previous.hex) } else { writer.null() }
        writer.key("hash")
        writer.string(entry.hash.hex)
        writer.endObject()
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
