public import ContactRouting

/// How a connection to a relay is protected.
public enum MailSecurity: String, Hashable, Sendable, CaseIterable {
    /// TLS from the first byte (RFC 8314), scheme `smtps`.
    case implicitTLS = "implicit-tls"
    /// STARTTLS, required: without it nothing is sent.
    case startTLS = "starttls"
    /// No encryption, to a loopback address only.
    case plainLoopback = "plain-loopback"
}

/// The account at a relay.
public struct MailCredentials: Hashable, Sendable {
    let username: String
    let password: Private<String>

    /// - Throws: `TransportError.malformedCredentials` when a part is empty, above 1,000 bytes or holds a control
    ///   character.
    public init(username: String, password: Private<String>) throws(TransportError) {
        guard Self.isUsable(username), Self.isUsable(password.reveal()) else { throw .malformedCredentials }
        self.username = username
        self.password = password
    }

    private static func isUsable(_ text: String) -> Bool {
        (1...1000).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}

/// The mail server that takes our mails.
public struct MailRelay: Hashable, Sendable {
    public let host: String
    public let port: Int
    public let security: MailSecurity
    let credentials: MailCredentials?
    let authorityFile: String?
    let rule: AddressRule
    let helloName: String

    /// Reads the address of a relay and checks it together with its protection.
    ///
    /// - Parameters:
    ///   - url: `smtps://host:465` or `smtp://host:587`; without a port the one named here.
    ///   - plain: true to leave out TLS, which is possible for `smtp` to loopback addresses only.
    ///   - authorityFile: certificate authorities in PEM that replace the system's.
    ///   - rule: where the relay may be. The resolved address is checked, not the name.
    ///   - helloName: the name given in EHLO.
    /// - Throws: `TransportError.malformedRelay`, `.plainNotAllowed`.
    public init(
        url: String, plain: Bool = false, credentials: MailCredentials? = nil, authorityFile: String? = nil,
        rule: AddressRule = .publicOnly, helloName: String = "localhost"
    ) throws(TransportError) {
        let encrypted = url.hasPrefix("smtps://")
        guard encrypted || url.hasPrefix("smtp://"), isHostName(helloName[...]),
            let (host, port) = hostAndPort(
                url.dropFirst(encrypted ? 8 : 7), portDefault: encrypted ? 465 : 587)
        else { throw .malformedRelay }
        guard !plain || (!encrypted && rule != .publicOnly) else { throw .plainNotAllowed }
        self.host = host
        self.port = port
        security = plain ? .plainLoopback : encrypted ? .implicitTLS : .startTLS
        self.credentials = credentials
        self.authorityFile = authorityFile
        self.rule = plain ? .loopbackOnly : rule
        self.helloName = helloName
    }

    var scheme: String { security == .implicitTLS ? "smtps" : "smtp" }
    var url: String { "\(scheme)://\(host):\(port)/\(helloName)" }
}

/// Splits `host`, `host:port`, `[v6]` or `[v6]:port`, with or without one slash at the end.
private func hostAndPort(_ text: Substring, portDefault: Int) -> (host: String, port: Int)? {
    let authority = text.hasSuffix("/") ? text.dropLast() : text
    var host = authority
    var port: Substring?
    if let end = authority.firstIndex(of: "]") {
        host = authority[...end]
        let rest = authority[authority.index(after: end)...]
        guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
        port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = authority.firstIndex(of: ":") {
        host = authority[..<colon]
        port = authority[authority.index(after: colon)...]
    }
    guard isHostName(host) || isIPv6Literal(host) else { return nil }
    guard let port else { return (String(host), portDefault) }
    guard port.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let number = UInt16(port),
        number > 0
    else { return nil }
    return (String(host), Int(number))
}

private func isHostName(_ text: Substring) -> Bool {
    (1...253).contains(text.utf8.count) && !text.hasPrefix("-") && text.utf8.allSatisfy(isHostByte)
}

private func isIPv6Literal(_ text: Substring) -> Bool {
    (4...48).contains(text.utf8.count) && text.hasPrefix("[") && text.hasSuffix("]")
        && text.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
}

private func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        true
    default: false  // tidy-allow: bytes, not an enum of ours
    }
}
