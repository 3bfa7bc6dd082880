import Digests
import Testing

@Suite("Digests")
struct DigestsTests {
    @Test("SHA-256 gives the published values", arguments: 0..<KnownAnswers.sha256.count)
    func digestsKnownInputs(row: Int) throws {
        let answer = KnownAnswers.sha256[row]

        let digest = try SHA256.digest(of: answer.input)

        #expect(digest.hex == answer.hex)
        #expect(digest.description == "sha256:" + answer.hex)
    }

    @Test("content in pieces has the digest of the whole", arguments: [1, 3, 63, 64, 65, 999])
    func digestsPieces(size: Int) throws {
        let content = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hasher = try SHA256Hasher()

        for start in stride(from: 0, to: content.count, by: size) {
            try hasher.update(Array(content[start..<min(start + size, content.count)]))
        }

        #expect(try hasher.finish() == SHA256.digest(of: content))
    }

    @Test("a hasher without content gives the digest of nothing, one that is dropped gives none")
    func digestsNothing() throws {
        _ = try SHA256Hasher()
        let hasher = try SHA256Hasher()

        #expect(try hasher.finish() == SHA256.digest(of: ""))
    }

    @Test("threads digest at the same time")
    func digestsInParallel() async throws {
        let expected = try SHA256.digest(of: "abc")

        let digests = try await withThrowingTaskGroup(of: SHA256Digest.self) { group in
            for _ in 0..<64 {
                group.addTask { try SHA256.digest(of: "abc") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(digests.count == 64 && digests.allSatisfy { $0 == expected })
    }

    @Test("a digest is read from what it writes, and from its bytes")
    func readsBack() throws {
        let digest = try SHA256.digest(of: "abc")

        #expect(try SHA256Digest(parsing: "\(digest)") == digest)
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
        #expect(Set([digest, try SHA256.digest(of: "abc"), try SHA256.digest(of: "abd")]).count == 2)
    }

    @Test(
        "what is no digest is refused",
        arguments: ["", "sha256:", "sha1:", "long", "short", "upper", "letter", "bare"])
    func refusesOthers(kind: String) throws {
        let hex = try SHA256.digest(of: "abc").hex
        let texts = [
            "long": "sha256:\(hex)00", "short": "sha256:\(hex.dropLast())",
            "upper": "sha256:\(hex.uppercased())",
            "letter": "sha256:\(hex.dropLast())g", "bare": hex, "sha1:": "sha1:\(hex)",
        ]

        #expect(throws: DigestError.malformedDigest) { try SHA256Digest(parsing: texts[kind] ?? kind) }
        #expect(SHA256Digest(bytes: [1, 2, 3]) == nil)
    }
}

@Suite("HMACSHA256")
struct HMACTests {
    @Test("HMAC gives the published values", arguments: 0..<KnownAnswers.hmac.count)
    func signsKnownInputs(row: Int) throws {
        let answer = KnownAnswers.hmac[row]

        let code = try HMACSHA256.code(for: answer.input, key: answer.key)

        #expect(code.hex == answer.hex)
        #expect(code == AuthenticationCode(bytes: code.bytes))
    }

    @Test("another key, content or length is another code")
    func tellsCodesApart() throws {
        let code = try HMACSHA256.code(for: [1], key: [1])

        #expect(try HMACSHA256.code(for: [2], key: [1]) != code)
        #expect(try HMACSHA256.code(for: [1], key: [2]) != code)
        #expect(try HMACSHA256.code(for: [], key: [1]) != code)
        #expect(AuthenticationCode(bytes: Array(code.bytes.dropLast())) != code)
        #expect(AuthenticationCode(bytes: []) == AuthenticationCode(bytes: []))
    }

    @Test("an empty key is refused, with a sentence that says what to do")
    func refusesEmptyKey() {
        let error = #expect(throws: DigestError.self) { try HMACSHA256.code(for: [1], key: []) }

        #expect(error == .emptyKey)
        #expect(error?.description == "The secret for a signature is empty: put a secret into its file.")
    }
}
