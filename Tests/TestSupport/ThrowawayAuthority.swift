internal import Foundation

/// A certificate authority for one test, with one server certificate, in a temporary folder.
///
/// Made with the `openssl` command, because the certificates of a test must be neither real nor lasting.
public final class ThrowawayAuthority: Sendable {
    /// What is wrong with the server's certificate.
    public enum Fault: Sendable, CaseIterable {
        case none
        /// Its time is over.
        case expired
        /// It signed itself, so no authority vouches for it.
        case selfSigned
    }

    private let folder: URL

    /// The authority's certificate, in PEM.
    public var authorityFile: String { path("ca.pem") }
    public var certificateFile: String { path("server.pem") }
    public var keyFile: String { path("server.key") }

    /// - Parameter names: what the certificate is for, such as `IP:127.0.0.1` or `DNS:localhost`.
    public init(names: String, fault: Fault = .none) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "recours-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appending(path: "names.txt"))
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try openssl(
            [
                "req", "-x509", "-days", "2", "-subj", "/CN=Throwaway Test CA", "-keyout", path("ca.key"),
                "-out", authorityFile,
            ]
                + newKey)
        switch fault {
        case .none: try makeCertificate(days: 2, newKey)
        case .expired: try makeCertificate(days: -1, newKey)
        case .selfSigned:
            try openssl(
                [
                    "req", "-x509", "-days", "2", "-subj", "/CN=server", "-addext",
                    "subjectAltName=\(names)", "-keyout", keyFile, "-out", certificateFile,
                ] + newKey)
        }
    }

    private func makeCertificate(days: Int, _ newKey: [String]) throws {
        try openssl(["req", "-subj", "/CN=server", "-keyout", keyFile, "-out", path("server.csr")] + newKey)
        try openssl([
            "x509", "-req", "-days", "\(days)", "-in", path("server.csr"), "-CA", authorityFile, "-CAkey",
            path("ca.key"),
            "-set_serial", "2", "-extfile", path("names.txt"), "-out", certificateFile,
        ])
    }

    /// Takes the folder away; call it when nothing reads the files any more.
    public func remove() { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func openssl(_ arguments: [String]) throws {
        let code = try ChildProcess("/usr/bin/openssl", arguments).wait()
        guard code == 0 else { throw ServerSetupError(step: "openssl \(arguments[0])", code: code) }
    }
}
