internal import Foundation

/// A file with a secret, for one test.
public struct SecretFile {
    public let path: String

    /// - Parameter mode: its rights, such as `0o600`.
    public init(_ content: String, mode: Int = 0o600) throws {
        let file = try OtherPrograms.folder().appending(path: "secret")
        try Data(content.utf8).write(to: file)
        path = file.path
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    public func write(_ content: String) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(content.utf8))
        try handle.close()
    }
}
