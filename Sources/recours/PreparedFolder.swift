import ContactRouting
import Foundation

/// Writes a preparation into a folder, all or nothing.
struct PreparedFolder {
    private let folder: URL

    init(_ path: String) { folder = URL(filePath: path, directoryHint: .isDirectory) }

    /// Writes every file beside the folder first and moves them in together.
    ///
    /// Files of the same names are replaced; others in the folder are left alone.
    /// - Returns: the paths, in the order in which a person reads them, `prepared.json` last.
    /// - Throws: `Failure` when the folder cannot be written; then nothing in it has changed but what was moved.
    func write(_ prepared: PreparedDelivery, index: [UInt8]) throws -> [String] {
        var files = prepared.artifacts.map { (name: $0.fileName.text, bytes: $0.bytes.reveal()) }
        files.append((name: "prepared.json", bytes: index + [UInt8(ascii: "\n")]))
        let staging = folder.appending(path: ".preparing", directoryHint: .isDirectory)
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            try? manager.removeItem(at: staging)
            try manager.createDirectory(at: staging, withIntermediateDirectories: false)
            defer { try? manager.removeItem(at: staging) }
            for file in files { try Data(file.bytes).write(to: staging.appending(path: file.name)) }
            for file in files {
                let place = folder.appending(path: file.name)
                guard rename(staging.appending(path: file.name).path, place.path) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
        } catch {
            throw Failure(
                .wrongUse,
                "The files could not be written into \(folder.relativePath): check the folder and the space.")
        }
        return files.map { folder.appending(path: $0.name).relativePath }
    }
}
