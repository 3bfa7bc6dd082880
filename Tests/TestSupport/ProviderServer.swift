internal import CurlTransport
internal import Foundation

/// What a provider of registered letters does with one request of a kind.
public enum ProviderFault: Sendable, Hashable {
    /// Refuses: the request has no effect.
    case refuse(Int, headers: [String] = [], body: String = "")
    /// Closes once it has read the request, which has no effect.
    case dropBefore
    /// The request has its effect, and the connection closes before the answer.
    case dropAfter
    /// The request has its effect; the answer is no JSON.
    case garbage
    /// The request has its effect, and the body of the answer never ends.
    case endless
    /// The request has its effect, and the answer ends too soon.
    case truncated
    /// The request has its effect, and the answer has this status: a proxy that gave up.
    case answerAfter(Int)
    /// Answers 200 with a body that says that it failed; the request has no effect.
    case errorInBody
    /// Makes the thing twice: somebody else used our reference.
    case twice
}

/// A provider of registered letters on this machine, in the shape of Maileva's registered mail 2.5.
///
/// Hands out tokens, keeps sendings as drafts until they are submitted, and refuses to submit one twice.
public final class ProviderServer: Sendable {
    public enum Call: String, Sendable, CaseIterable {
        case token, list, create, sending, document, documents, recipient, recipients, submit
    }

    /// A document as the provider tells about it.
    public struct File: Sendable, Hashable {
        public let name: String
        public let byteCount: Int

        public init(name: String, byteCount: Int) {
            self.name = name
            self.byteCount = byteCount
        }
    }

    public struct Sending: Sendable, Hashable {
        public let id: String
        public let customID: String
        public var status: String
        public var documents: [String] = []
        public var files: [File] = []
        /// Such as `2026-11-23T14:52:21.000+0100`; nil tells none.
        public var createdAt: String?
        public var recipients: [String] = []
        /// Orders that it took; more than one would be a letter posted twice.
        public var orders = 0

        public init(id: String, customID: String, status: String = "DRAFT") {
            self.id = id
            self.customID = customID
            self.status = status
        }
    }

    public struct State: Sendable {
        public var sendings: [Sending] = []
        public var tokens: Set<String> = []
        public var tokensGiven = 0
        /// Every call in order.
        public var calls: [Call] = []
        public var authorizations: [String] = []
        public var tokenRequests: [String] = []
        public var faults: [Call: [ProviderFault]] = [:]
        public var price: Double? = 6.11
        public var tokenSeconds = 3600
        public var statusAfterOrder = "PENDING"
        /// When sendings are created from now on; nil tells no date.
        public var now: String?
        /// The list begins with the sending that was made last.
        public var listsNewestFirst = false

        /// Letters that were ordered.
        public var orders: Int { sendings.reduce(0) { $0 + $1.orders } }
    }

    private final class Book: Sendable {
        let state = Locked(State())
    }

    private let book = Book()
    private let server: LoopbackServer

    public var port: Int { server.port }
    public var base: String { "http://127.0.0.1:\(port)/registered_mail/v2" }
    public var tokenURL: String { "http://127.0.0.1:\(port)/token" }
    public var state: State { book.state.withLock { $0 } }

    /// The accepted account: Basic, as RFC 6749 section 2.3.1 encodes it.
    public static let account = "client%3A1:secret%20key"

    public init() throws {
        let book = book
        server = try LoopbackServer { connection in
            while let request = ProviderRequest(connection) {
                guard Self.serve(request, connection, book) else { return }
            }
        }
    }

    public func stop() { server.stop() }

    public func change(_ change: (inout State) -> Void) { book.state.withLock { change(&$0) } }

    /// The next calls of this kind go wrong, one for each fault.
    public func fail(_ call: Call, _ faults: ProviderFault...) {
        change { $0.faults[call, default: []] += faults }
    }

    /// From now on no token is known any more.
    public func forgetTokens() { change { $0.tokens = [] } }

    private static func serve(_ request: ProviderRequest, _ connection: ServerConnection, _ book: Book)
        -> Bool
    {
        guard let call = request.call else { return connection.answer(404, body: "{}") }
        let fault = book.state.withLock { state in
            state.calls.append(call)
            if let header = request.header("Authorization") { state.authorizations.append(header) }
            return state.faults[call].flatMap { $0.isEmpty ? nil : $0[0] }
        }
        if fault != nil { book.state.withLock { _ = $0.faults[call]?.removeFirst() } }
        switch fault {
        case .refuse(let code, let headers, let body)?:
            return connection.answer(code, headers: headers, body: body)
        case .dropBefore?: return false
        case .errorInBody?: return connection.answer(200, body: #"{"status":"error"}"#)
        case .dropAfter?:
            _ = book.state.withLock { $0.take(request, call) }
            return false
        case .garbage?:
            let answer = book.state.withLock { $0.take(request, call) }
            return connection.answer(answer.code, body: "<html>Bad day</html>")
        case .endless?:
            _ = book.state.withLock { $0.take(request, call) }
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while connection.write("4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n") {}
            return false
        case .truncated?:
            _ = book.state.withLock { $0.take(request, call) }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")
            return false
        case .answerAfter(let code)?:
            _ = book.state.withLock { $0.take(request, call) }
            return connection.answer(code, body: "")
        case .twice?:
            _ = book.state.withLock { $0.take(request, call) }
            fallthrough
        case nil:
            let answer = book.state.withLock { $0.take(request, call) }
            return connection.answer(answer.code, body: answer.body)
        }
    }
}

/// One request to the provider.
struct ProviderRequest {
    let method: Substring
    let path: Substring
    let headers: [String]
    let body: [UInt8]

    /// Nil at the end of the connection.
    init?(_ connection: ServerConnection) {
        guard let line = connection.readLine(), !line.isEmpty else { return nil }
        var headers: [String] = []
        while let header = connection.readLine(), !header.isEmpty { headers.append(header) }
        let words = line.split(separator: " ")
        guard words.count == 3 else { return nil }
        method = words[0]
        path = words[1]
        self.headers = headers
        let length = Self.value("Content-Length", in: headers).flatMap { Int($0) } ?? 0
        body = connection.read(length)
    }

    func header(_ name: String) -> String? { Self.value(name, in: headers) }

    private static func value(_ name: String, in headers: [String]) -> String? {
        let mark = name.lowercased() + ": "
        return headers.first { $0.lowercased().hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// The path below `/registered_mail/v2/sendings`, in parts.
    private var parts: [Substring] {
        path.prefix { $0 != "?" }.split(separator: "/").dropFirst(3).map { $0 }
    }

    var id: String { parts.first.map(String.init) ?? "" }

    var call: ProviderServer.Call? {
        if path == "/token" { return method == "POST" ? .token : nil }
        guard path.hasPrefix("/registered_mail/v2/sendings") else { return nil }
        switch (method, parts.count, parts.last) {
        case ("GET", 0, _): return .list
        case ("POST", 0, _): return .create
        case ("GET", 1, _): return .sending
        case ("POST", 2, "documents"): return .document
        case ("GET", 2, "documents"): return .documents
        case ("POST", 2, "recipients"): return .recipient
        case ("GET", 2, "recipients"): return .recipients
        case ("POST", 2, "submit"): return .submit
        default: return nil  // tidy-allow: texts, not an enum of ours
        }
    }

    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:] }

    var text: String { String(decoding: body, as: UTF8.self) }
}

extension ServerConnection {
    func answer(_ code: Int, headers: [String] = [], body: String) -> Bool {
        let lines =
            [
                "HTTP/1.1 \(code) Scripted", "Content-Type: application/json",
                "Content-Length: \(body.utf8.count)",
            ] + headers
        return write(lines.map { $0 + "\r\n" }.joined() + "\r\n" + body)
    }
}
