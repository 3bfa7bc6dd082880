import ChannelPluginKit
import CivilCalendar
import ContactRouting
import JSONText

/// How a client gets a token: with its own secret, or with a user's password beside it.
///
/// - Source: RFC 6749 sections 4.3 and 4.4; section 2.3.1 for the client's secret.
struct TokenGrant: Hashable, Sendable {
    let tokenURL: HTTPTarget
    let clientID: String
    /// The user of the password grant; nil for the grant of the client alone.
    let username: String?

    /// - Parameter password: the user's; needed when there is a user.
    func request(clientSecret: Private<String>, password: Private<String>?) -> HTTPRequest? {
        let account = "\(Self.formText(clientID)):\(Self.formText(clientSecret.reveal()))"
        let basic = String(decoding: Base64.encode(Array(account.utf8)), as: UTF8.self)
        let headers = [
            HTTPHeader(name: "Authorization", value: "Basic \(basic)"),
            HTTPHeader(name: "Content-Type", value: "application/x-www-form-urlencoded"),
            HTTPHeader(name: "Accept", value: "application/json"),
        ].compactMap { $0 }
        guard headers.count == 3 else { return nil }
        var body = "grant_type=client_credentials"
        if let username {
            body = "grant_type=password&username=\(Self.formText(username))"
            body += "&password=\(Self.formText(password?.reveal() ?? ""))"
        }
        return HTTPRequest(
            head: HTTPRequestHead(method: .post, target: tokenURL, headers: headers, expected: [200]),
            body: Array(body.utf8))
    }

    /// `application/x-www-form-urlencoded`, with `%20` for a space.
    private static func formText(_ text: String) -> String {
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "*"):
                bytes.append(byte)
            default:  // tidy-allow: bytes, not an enum of ours
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A token and how long it may be used.
struct AccessToken: Hashable, Sendable {
    let header: HTTPHeader
    let fetchedAt: Instant
    let renewAt: Instant

    /// What is assumed of a token whose answer does not say how long it lives, in seconds.
    static let lifeSecondsUsual = 300
    /// Longest time a token is kept, in seconds.
    static let lifeSecondsMax = 86_400
    /// How long before its end a token is renewed, in seconds, unless it lives for less than ten times as long.
    static let marginSeconds = 60
    /// Largest answer, in bytes.
    static let answerBytesMax = 64 << 10

    /// Reads the answer of a token endpoint.
    ///
    /// - Source: RFC 6749 section 5.1, RFC 6750 section 2.1.
    /// - Returns: nil for anything that is no bearer token.
    init?(_ response: HTTPResponse, at now: Instant) {
        let body = response.body.reveal()
        guard body.count <= Self.answerBytesMax, let root = try? JSONDocument(parsing: body).root,
            root.member(named: "error") == nil,
            let token = root.member(named: "access_token")?.string,
            root.member(named: "token_type")?.string?.lowercased() == "bearer",
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let header = HTTPHeader(name: "Authorization", value: "Bearer \(token)")
        else { return nil }
        let told = root.member(named: "expires_in").flatMap { $0.int ?? $0.string.flatMap(Int64.init) }
        let life = min(max(told ?? Int64(Self.lifeSecondsUsual), 0), Int64(Self.lifeSecondsMax))
        self.header = header
        fetchedAt = now
        renewAt = now.adding(seconds: life - min(Int64(Self.marginSeconds), life / 10))
    }

    /// True while it may be used; a clock that was set back proves nothing.
    func isFresh(at now: Instant) -> Bool { fetchedAt <= now && now < renewAt }
}
