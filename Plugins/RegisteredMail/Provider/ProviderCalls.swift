internal import ChannelPluginKit
internal import ContactRouting
internal import JSONText

/// The requests that the provider understands.
///
/// - Source: Maileva registered mail, OpenAPI description 2.5.
struct ProviderCalls {
    let provider: RegisteredMailProvider
    let key: IdempotencyKey

    /// Answers that mean that something was made.
    static let made: Set<Int> = [200, 201]
    /// - Unit: sendings of one page of the list.
    static let pageCount = 100

    func create(_ sending: [UInt8]) -> HTTPRequest? {
        posting(sending, as: "application/json", to: "/sendings", expected: Self.made)
    }

    func add(_ document: Artifact, number: Int, to id: SendingID) -> HTTPRequest? {
        let form = MultipartForm(document: document, number: number, boundarySeed: key.text)
        return posting(
            form.bytes, as: form.contentType, to: "/sendings/\(id.text)/documents", expected: Self.made)
    }

    func add(recipient: [UInt8], to id: SendingID) -> HTTPRequest? {
        posting(
            recipient, as: "application/json", to: "/sendings/\(id.text)/recipients", expected: Self.made)
    }

    func submit(_ id: SendingID) -> HTTPRequest? {
        posting(
            [], as: nil, to: "/sendings/\(id.text)/submit", expected: [200, 201, 202, 204])
    }

    func sending(_ id: SendingID) -> HTTPRequest? { getting("/sendings/\(id.text)", expected: [200, 404]) }

    func recipients(of id: SendingID) -> HTTPRequest? {
        getting("/sendings/\(id.text)/recipients", expected: [200])
    }

    func documents(of id: SendingID) -> HTTPRequest? {
        getting("/sendings/\(id.text)/documents", expected: [200, 404])
    }

    /// - Parameter start: the number of the first one, from 1 on.
    func sendings(from start: Int) -> HTTPRequest? {
        getting("/sendings?start_index=\(start)&count=\(Self.pageCount)", expected: [200])
    }

    private func posting(
        _ body: [UInt8], as type: String?, to path: String, expected: Set<Int>
    ) -> HTTPRequest? {
        guard let target = provider.target(path) else { return nil }
        let headers = [
            type.flatMap { HTTPHeader(name: "Content-Type", value: $0) },
            HTTPHeader(name: "Accept", value: "application/json"),
        ].compactMap { $0 }
        return HTTPRequest(
            head: HTTPRequestHead(method: .post, target: target, headers: headers, expected: expected),
            body: body, idempotencyKey: key, account: provider.account)
    }

    private func getting(_ path: String, expected: Set<Int>) -> HTTPRequest? {
        guard let target = provider.target(path) else { return nil }
        let headers = [HTTPHeader(name: "Accept", value: "application/json")].compactMap { $0 }
        return HTTPRequest(
            head: HTTPRequestHead(method: .get, target: target, headers: headers, expected: expected),
            account: provider.account)
    }
}

/// One document and what is said about it, as `multipart/form-data` (RFC 7578).
struct MultipartForm {
    let contentType: String
    let bytes: [UInt8]

    /// - Parameter number: its place among the documents, from 1 on.
    init(document: Artifact, number: Int, boundarySeed: String) {
        let content = document.bytes.reveal()
        let boundary = Self.boundary(boundarySeed, missingFrom: content)
        var json = JSONWriter()
        json.beginObject()
        json.key("priority")
        json.int(number)
        json.key("name")
        json.string(document.fileName.text)
        json.endObject()
        var bytes = Array("--\(boundary)\r\n".utf8)
        bytes += Array("Content-Disposition: form-data; name=\"metadata\"\r\n".utf8)
        bytes += Array("Content-Type: application/json\r\n\r\n".utf8) + json.bytes
        bytes += Array("\r\n--\(boundary)\r\n".utf8)
        let name = document.fileName.text
        bytes += Array("Content-Disposition: form-data; name=\"document\"; filename=\"\(name)\"\r\n".utf8)
        bytes += Array("Content-Type: application/pdf\r\n\r\n".utf8) + content
        bytes += Array("\r\n--\(boundary)--\r\n".utf8)
        self.bytes = bytes
        contentType = "multipart/form-data; boundary=\(boundary)"
    }

    /// A boundary that the content does not hold: `recours-REFERENCE-` and the smallest number that does not follow it there.
    ///
    /// - Complexity: O(content).
    private static func boundary(_ seed: String, missingFrom content: [UInt8]) -> String {
        let stem = Array("--recours-\(seed)-".utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        var used: Set<Int> = []
        var index = content.startIndex
        while let found = content[index...].firstIndex(of: stem[0]) {
            index = found + 1
            guard content[found...].starts(with: stem) else { continue }
            var number = 0
            for digit in content[(found + stem.count)...].prefix(8) {
                guard digits.contains(digit) else { break }
                number = number * 10 + Int(digit - digits.lowerBound)
                used.insert(number)
            }
        }
        var number = 0
        while used.contains(number) { number += 1 }
        return "recours-\(seed)-\(number)"
    }
}
