import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import Foundation
import LetterTestSupport
import TestSupport
import Testing

/// What independent programs say of our files and deliveries.
@Suite("Other programs read what we write", .timeLimit(.minutes(2)))
struct OtherReadersTests {
    @Test("channels.json obeys its JSON Schema")
    func schema() throws {
        let script = """
            import json, sys, jsonschema
            schema, data = (json.load(open(path)) for path in sys.argv[1:])
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(data)
            print("valid")
            """
        let paths = ["channels.schema.json", "channels.json"].map { Repository.root.appending(path: $0).path }

        #expect(try OtherPrograms.python(script, paths).contains("valid"))
    }

    @Test("a mail that libcurl hands to aiosmtpd is read by Python's email without a defect")
    func mail() async throws {
        let folder = try OtherPrograms.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try PythonRelay(folder: folder)
        defer { server.stop() }
        let port = try CurlMailPort(
            relay: try MailRelay(
                url: "smtp://127.0.0.1:\(try await server.port())", plain: true, rule: .publicAndPrivate))
        defer { port.close() }
        let program = try Repository.program()
        let prepared = try await DeliveryTests.preparedMail(program)
        let plugin = try #require(program.registry[.email])

        let outcome = await plugin.deliver(
            prepared, attempt: try DeliveryTests.attempt(prepared), with: .testing(mail: port))

        guard case .accepted = outcome else {
            Issue.record("the relay did not accept: \(outcome)")
            return
        }
        let report = try OtherPrograms.python(Self.reader, [folder.appending(path: "message").path])
        #expect(report.contains("defects 0"))
        #expect(report.contains("to Boutique Générique <service@boutique.example>"))
        #expect(report.contains("accents True"), "\(report)")
    }

    private static let reader = """
        import email, email.policy, sys
        message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
        body = message.get_body(('plain',)).get_content()
        print('defects', sum(len(part.defects) for part in message.walk()))
        print('to', message['To'])
        print('accents', any(letter in body for letter in 'éèàç'))
        """
}

/// An aiosmtpd relay in a process of its own, which stores one message and ends.
private final class PythonRelay {
    private let process = Process()
    private let folder: URL

    /// - Parameter folder: where the port and the message are written.
    init(folder: URL) throws {
        self.folder = folder
        let script = """
            import os, socket, sys, time
            from aiosmtpd.controller import Controller
            folder = sys.argv[1]
            class Store:
                async def handle_DATA(self, server, session, envelope):
                    with open(folder + '/message', 'wb') as file: file.write(envelope.original_content)
                    return '250 stored'
            with socket.socket() as free:
                free.bind(('127.0.0.1', 0))
                port = free.getsockname()[1]
            controller = Controller(Store(), hostname='127.0.0.1', port=port)
            controller.start()
            with open(folder + '/port.new', 'w') as file: file.write(str(port))
            os.rename(folder + '/port.new', folder + '/port')
            time.sleep(110)
            controller.stop()
            """
        process.executableURL = Repository.root.appending(path: ".venv/bin/python")
        process.arguments = ["-c", script, folder.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// The port, once the relay listens; waits at most ten seconds.
    func port() async throws -> Int {
        let file = folder.appending(path: "port")
        for _ in 0..<1000 {
            if let text = try? String(contentsOf: file, encoding: .utf8), let port = Int(text) { return port }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw OtherPrograms.Missing(text: "aiosmtpd did not start: run `make test` once, it installs it.")
    }

    func stop() {
        // The children of a test process inherit its blocked signals, so only this one is sure.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
