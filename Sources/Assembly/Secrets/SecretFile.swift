import ContactRouting
import Glibc

/// Why a secret cannot be used.
///
/// Names the setting and the path, never what the file holds.
public enum SecretFault: Error, Hashable, Sendable {
    case notConfigured(Secret)
    case unreadable(Secret, path: String)
    /// A link, whose other end somebody else could choose.
    case link(Secret, path: String)
    case notAFile(Secret, path: String)
    case foreignOwner(Secret, path: String)
    /// Others may read or change it.
    case exposed(Secret, path: String)
    case tooLarge(Secret, path: String, bytesMax: Int)
    case empty(Secret, path: String)
    /// It has a second line, or a character that no secret has.
    case malformed(Secret, path: String)
}

extension SecretFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notConfigured(let secret):
            "There is no secret \(secret.rawValue): name its file in \(secret.setting)."
        case .unreadable(let secret, let path):
            "The file \(path) of \(secret.setting) cannot be read: check that it is there and yours."
        case .link(let secret, let path):
            "The file \(path) of \(secret.setting) is a link: name the file itself."
        case .notAFile(let secret, let path):
            "\(path) of \(secret.setting) is not a file: name a file."
        case .foreignOwner(let secret, let path):
            "The file \(path) of \(secret.setting) belongs to somebody else: make it yours."
        case .exposed(let secret, let path):
            "Others may read the file \(path) of \(secret.setting): run chmod 600 on it."
        case .tooLarge(let secret, let path, let bytesMax):
            "The file \(path) of \(secret.setting) is larger than \(bytesMax) bytes: it must hold the secret alone."
        case .empty(let secret, let path):
            "The file \(path) of \(secret.setting) is empty: write the secret into it."
        case .malformed(let secret, let path):
            "The file \(path) of \(secret.setting) must hold one line of text: write the secret alone into it."
        }
    }
}

/// Reads a secret from its file, anew each time.
struct SecretFile {
    let secret: Secret
    let source: SecretSource

    /// Largest secret, in bytes.
    static let bytesMax = 4096

    /// The secret without the line end behind it.
    ///
    /// The file must be a regular one of this user's or of root's, and nobody else's to read. A credential of systemd
    /// belongs to root, and an access list lets the service read it, which shows as the right of a group.
    ///
    /// - Throws: `SecretFault`.
    func bytes() throws(SecretFault) -> Private<[UInt8]> {
        let path = source.path
        // Opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            throw errno == ELOOP ? .link(secret, path: path) : .unreadable(secret, path: path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(secret, path: path) }
        try check(status)
        return Private(try line(in: try content(of: descriptor)))
    }

    private func check(_ status: stat) throws(SecretFault) {
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(secret, path: source.path) }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .foreignOwner(secret, path: source.path)
        }
        let forbidden: mode_t = source.isCredential ? 0o027 : 0o077
        guard status.st_mode & forbidden == 0 else { throw .exposed(secret, path: source.path) }
    }

    private func content(of descriptor: Int32) throws(SecretFault) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: Self.bytesMax + 1)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw .unreadable(secret, path: source.path)
            }
            guard count > 0 else { return content }
            content += chunk[..<count]
            guard content.count <= Self.bytesMax else {
                throw .tooLarge(secret, path: source.path, bytesMax: Self.bytesMax)
            }
        }
    }

    private func line(in content: [UInt8]) throws(SecretFault) -> [UInt8] {
        var line = content[...]
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty else { throw .empty(secret, path: source.path) }
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), String(validating: line, as: UTF8.self) != nil
        else { throw .malformed(secret, path: source.path) }
        return Array(line)
    }
}
