import Assembly
import ChannelPluginKit
import Digests
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Secrets")
struct SecretKeeperTests {
    @Test("a secret is the line of its file, and a change holds at once", arguments: ["", "\n", "\r\n"])
    func line(end: String) async throws {
        let file = try SecretFile("key-1" + end)
        let keeper = SecretKeeper([.webhook: file.source])
        let first = try await keeper.sign([1, 2], with: SecretName("webhook"))

        try file.write("key-2" + end)

        let second = try await keeper.sign([1, 2], with: SecretName("webhook"))
        #expect(first == (try HMACSHA256.code(for: [1, 2], key: Array("key-1".utf8)).bytes))
        #expect(second == (try HMACSHA256.code(for: [1, 2], key: Array("key-2".utf8)).bytes))
    }

    @Test("a file that others may read or change is refused", arguments: [0o644, 0o640, 0o620, 0o604, 0o602])
    func exposed(mode: Int) throws {
        let file = try SecretFile("canary", mode: mode)

        let fault = SecretKeeper([.webhook: file.source]).fault(of: .webhook)

        #expect(fault == .exposed(.webhook, path: file.path))
        #expect(fault?.description.contains("canary") == false)
    }

    @Test(
        "a credential may be readable for the group that stands for an access list, and for nobody else",
        arguments: [(0o440, true), (0o400, true), (0o460, false), (0o444, false)])
    func credential(mode: Int, isUsable: Bool) throws {
        let path = try SecretFile("key", mode: mode).path

        let fault = SecretKeeper([.webhook: SecretSource(path: path, isCredential: true)]).fault(of: .webhook)

        #expect((fault == nil) == isUsable)
    }

    @Test("a link is not followed, even to a file that is well kept")
    func link() throws {
        let file = try SecretFile("key")
        let link = file.path + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)

        let fault = SecretKeeper([.webhook: SecretSource(path: link)]).fault(of: .webhook)

        #expect(fault == .link(.webhook, path: link))
    }

    @Test("a folder, a pipe and nothing at all are refused without waiting")
    func notAFile() throws {
        let folder = try OtherPrograms.folder()
        let pipe = folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        func fault(_ path: String) -> SecretFault? {
            SecretKeeper([.webhook: SecretSource(path: path)]).fault(of: .webhook)
        }

        #expect(fault(folder.path) == .notAFile(.webhook, path: folder.path))
        #expect(fault(pipe) == .notAFile(.webhook, path: pipe))
        #expect(fault(folder.path + "/no") == .unreadable(.webhook, path: folder.path + "/no"))
        #expect(SecretKeeper([:]).fault(of: .webhook) == .notConfigured(.webhook))
    }

    @Test("an empty file, a second line, a control character and a long one are refused")
    func malformed() throws {
        func fault(_ content: String) throws -> SecretFault? {
            let file = try SecretFile(content)
            return SecretKeeper([.webhook: file.source]).fault(of: .webhook)
        }

        for content in ["", "\n"] { #expect(try fault(content)?.isEmptyFile == true) }
        for content in ["a\nb", "a\u{7}", "a\n\n"] { #expect(try fault(content)?.isMalformed == true) }
        #expect(try fault(String(repeating: "x", count: 4096)) == nil)
        #expect(try fault(String(repeating: "x", count: 4097))?.isTooLarge == true)
    }

    @Test("a plugin can sign with the secret of the webhook, and with none that opens an account")
    func signingOnly() async throws {
        let file = try SecretFile("key")
        let keeper = SecretKeeper([.smtpPassword: file.source, .registeredMailClient: file.source])

        for name in [
            SecretName("smtp-password"), SecretName("registered-mail-client-secret"), SecretName("x"),
        ] {
            await #expect(throws: ChannelError.secretUnknown(name)) { try await keeper.sign([1], with: name) }
        }
    }
}

extension SecretFile {
    fileprivate var source: SecretSource { SecretSource(path: path) }
}

extension SecretFault {
    fileprivate var isEmptyFile: Bool { if case .empty = self { true } else { false } }
    fileprivate var isMalformed: Bool { if case .malformed = self { true } else { false } }
    fileprivate var isTooLarge: Bool { if case .tooLarge = self { true } else { false } }
}
