/// Everything of an HTTP request but its body.
public struct HTTPRequestHead: Hashable, Sendable, Codable {
    public let method: HTTPMethod
    public let target: HTTPTarget
    public let headers: [HTTPHeader]
    /// The only status codes that mean success.
    ///
    /// Anything else is a failure, whatever the body says.
    public let expected: Set<Int>

    public init(
        method: HTTPMethod, target: HTTPTarget, headers: [HTTPHeader] = [], expected: Set<Int> = [200]
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.expected = expected
    }

    /// A POST of JSON that asks for JSON back.
    public static func postingJSON(to target: HTTPTarget, expected: Set<Int>) -> HTTPRequestHead {
        let headers = ["Content-Type", "Accept"].compactMap {
            HTTPHeader(name: $0, value: "application/json")
        }
        return HTTPRequestHead(method: .post, target: target, headers: headers, expected: expected)
    }

    /// The same head with more headers behind its own.
    public func adding(_ more: [HTTPHeader]) -> HTTPRequestHead {
        HTTPRequestHead(method: method, target: target, headers: headers + more, expected: expected)
    }
}

/// The methods plugins use.
public enum HTTPMethod: String, Hashable, Sendable, Codable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// True when asking twice changes nothing (RFC 9110 section 9.2.1).
    public var isSafe: Bool {
        switch self {
        case .get: true
        case .post, .put, .patch, .delete: false
        }
    }
}

/// One header field, checked once: it cannot start a second line.
public struct HTTPHeader: Hashable, Sendable, Codable {
    public let name: String
    /// The value; private, because it may be a token.
    public let value: Private<String>

    /// Longest value, in bytes.
    public static let valueBytesMax = 4096

    /// Checks both parts: the name is a token (RFC 9110 section 5.6.2), the value printable ASCII, spaces and tabs.
    ///
    /// - Returns: nil when a part is empty, too long, or holds CR, LF, NUL or another character.
    public init?(name: String, value: String) {
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isTokenByte),
            (1...Self.valueBytesMax).contains(value.utf8.count),
            value.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x09 })
        else { return nil }
        self.name = name
        self.value = Private(value)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .name)
        let value = try container.decode(String.self, forKey: .value)
        guard let header = HTTPHeader(name: name, value: value) else {
            throw DecodingError.dataCorruptedError(
                forKey: .value, in: container, debugDescription: "not an HTTP header field")
        }
        self = header
    }
}

/// `tchar` of RFC 9110 section 5.6.2.
private func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)  // tidy-allow: bytes, not an enum of ours
    }
}
