import CaseFormat
import Foundation

/// The directory as it is shipped, at the top of the repository, and readers over it.
enum TestDirectory {
    static let bytes: [UInt8] = {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let data = try? Data(contentsOf: top.appending(path: "channels.json")) else { return [] }
        return Array(data)
    }()

    static func loaded() throws -> LoadedDirectory { try DirectoryReader().read(bytes) }

    static func caseReader() throws -> CaseReader { CaseReader(try loaded().directory) }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

/// Where and what a fault is, in the columns of a table.
struct Spot: Equatable, CustomStringConvertible {
    let code: String
    let pointer: String
    let line: Int
    let column: Int

    init(_ code: String, _ pointer: String, _ line: Int, _ column: Int) {
        self.code = code
        self.pointer = pointer
        self.line = line
        self.column = column
    }

    init(_ error: CaseFormatError) { self.init(error.code.rawValue, error.pointer, error.line, error.column) }

    var description: String { "\(code) at \(pointer) \(line):\(column)" }
}
