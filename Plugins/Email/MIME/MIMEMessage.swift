internal import ChannelPluginKit
internal import ContactRouting

/// A file that goes along with a mail.
struct MIMEAttachment {
    /// What the recipient sees as its name.
    let name: String
    let mediaType: MediaType
    let bytes: [UInt8]
    let field: RequestField
}

/// A mail as it goes out: headers, a text and attachments (RFC 5322, RFC 2045, RFC 2046).
struct MIMEMessage {
    /// Complete header fields, each with its CRLF, without those of MIME.
    let headers: [String]
    let text: String
    let attachments: [MIMEAttachment]
    let reference: DeliveryReference

    /// - Throws: `ChannelError.unusable` for an attachment's name that cannot stand in a header.
    func bytes() throws(ChannelError) -> [UInt8] {
        var output = Array((headers.joined() + "MIME-Version: 1.0\r\n").utf8)
        let body = QuotedPrintable.encode(text)
        guard !attachments.isEmpty else { return output + textHead + Self.emptyLine + body }
        var parts: [[UInt8]] = [textHead + Self.emptyLine + body]
        for attachment in attachments { parts.append(try part(attachment)) }
        let boundary = boundary(notIn: parts)
        output += Array(
            HeaderText.structured("Content-Type", ["multipart/mixed;", "boundary=\"\(boundary)\""]).utf8)
        output += Self.emptyLine
        for part in parts { output += Array("--\(boundary)\r\n".utf8) + part }
        return output + Array("--\(boundary)--\r\n".utf8)
    }

    private static let emptyLine: [UInt8] = [13, 10]

    private var textHead: [UInt8] {
        Array(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n".utf8)
    }

    private func part(_ attachment: MIMEAttachment) throws(ChannelError) -> [UInt8] {
        let name = try HeaderText.parameter("filename", attachment.name, from: attachment.field)
        // A message inside a message must not be encoded (RFC 2046 section 5.2.1), so it travels as plain bytes.
        let type = attachment.mediaType == .mailMessage ? MediaType.other : attachment.mediaType
        let head =
            "Content-Type: \(type.rawValue)\r\nContent-Transfer-Encoding: base64\r\n"
            + HeaderText.structured("Content-Disposition", ["attachment;"] + name)
        return Array(head.utf8) + Self.emptyLine + Base64.lines(of: attachment.bytes)
    }

    /// A boundary that no part contains.
    ///
    /// Neither base64 nor quoted-printable can produce `=_`, so the first try fits; the check makes it certain for the
    /// headers of the parts too.
    private func boundary(notIn parts: [[UInt8]]) -> String {
        var number = 0
        while number < 1000 {
            let boundary = "=_\(reference.text)_\(number)"
            let bytes = Array(boundary.utf8)
            if !parts.contains(where: { Self.contains(bytes, in: $0) }) { return boundary }
            number += 1
        }
        return "=_\(reference.text)_\(number)"
    }

    private static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: needle) != nil
    }
}
