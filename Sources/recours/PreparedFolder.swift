import ContactRouting
import Glibc

/// A file of a preparation, by the name it has in its folder.
struct PreparedFile {
    let name: String
    let bytes: [UInt8]

    /// The name of the file that names the others with their digests.
    static let index = "prepared.json"

    /// The files in the order in which a person reads them, `prepared.json` last.
    static func all(of prepared: PreparedDelivery, index: [UInt8]) -> [PreparedFile] {
        prepared.artifacts.map { PreparedFile(name: $0.fileName.text, bytes: $0.bytes.reveal()) }
            + [PreparedFile(name: Self.index, bytes: index + [UInt8(ascii: "\n")])]
    }
}

/// Writes a preparation into a folder that may hold other things: every file first beside the others, then all moved in.
///
/// `prepared.json` names the others with their digests. The old one goes first and the new one comes last, so that it
/// never stands beside files that it does not describe.
struct PreparedFolder {
    private let path: String
    private let writing: FileWriting

    init(_ path: String) {
        self.path = path
        writing = FileWriting(folder: path)
    }

    /// Writes the files; those of the same names are replaced, others in the folder are left alone.
    ///
    /// - Returns: their paths, in their order.
    /// - Throws: `CommandFailure`; nothing in the folder has changed unless moving itself failed.
    func write(_ files: [PreparedFile]) throws(CommandFailure) -> [String] {
        try writing.makeFolder()
        let staging = try makeStaging()
        defer { removeStaging(staging, files.map(\.name)) }
        for file in files { try writing.write(file.bytes, to: "\(staging)/\(file.name)") }
        unlink("\(path)/\(PreparedFile.index)")
        for file in files {
            guard rename("\(staging)/\(file.name)", "\(path)/\(file.name)") == 0 else {
                throw writing.failure()
            }
        }
        return files.map { "\(path)/\($0.name)" }
    }

    /// A folder of this run's own, beside the files.
    private func makeStaging() throws(CommandFailure) -> String {
        // mkdtemp(3) asks for these six letters and replaces them.
        var template = Array("\(path)/.preparing-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw writing.failure() }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func removeStaging(_ staging: String, _ names: [String]) {
        for name in names { unlink("\(staging)/\(name)") }
        rmdir(staging)
    }
}
