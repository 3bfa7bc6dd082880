import Foundation
import Testing

/// A page as a coarse picture in text: one digit for each cell of the page, `.` for white and `f` for black.
///
/// Small enough to be kept, and a person sees in it where the ink is.
struct LetterPicture {
    /// Pixels of each side of a cell, at ``dotsPerInch``.
    static let cell = 3
    static let dotsPerInch = 18
    /// How far one cell may be from the kept one: readers of PDF smooth letters a little differently.
    ///
    /// Text is as dark as 5, at most.
    static let toleranceMax = 1
    /// How much of its ink a picture may have elsewhere than the kept one, in hundredths.
    static let elsewherePercentMax = 2

    static let program = "/usr/bin/pdftoppm"
    static var canDraw: Bool { FileManager.default.isExecutableFile(atPath: program) }

    let text: String

    init(text: String) { self.text = text }

    /// Draws every page with poppler.
    init(of pdf: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "letter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "letter.pdf")
        try Data(pdf).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: Self.program)
        process.arguments = [
            "-r", String(Self.dotsPerInch), "-gray", file.path, folder.appending(path: "page").path,
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "pdftoppm failed")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".pgm") }.sorted()
        let drawn = try pages.map { name in
            try Self.cells(of: Array(Data(contentsOf: folder.appending(path: name))))
        }
        text = drawn.joined(separator: "\n")
    }

    /// Reads a binary PGM (`P5`) and takes the mean of each cell.
    private static func cells(of pgm: [UInt8]) throws -> String {
        var words: [Int] = []
        var at = 2
        while words.count < 3 {
            while pgm[at] == 0x20 || pgm[at] == 0x0A { at += 1 }
            let end = try #require(pgm[at...].firstIndex { $0 == 0x20 || $0 == 0x0A })
            words.append(try #require(Int(String(decoding: pgm[at..<end], as: UTF8.self))))
            at = end
        }
        let (width, height) = (words[0], words[1])
        let pixels = pgm[(at + 1)...]
        try #require(pixels.count >= width * height)
        var lines: [String] = []
        for row in stride(from: 0, to: height - cell + 1, by: cell) {
            var line = ""
            for column in stride(from: 0, to: width - cell + 1, by: cell) {
                var sum = 0
                for y in row..<row + cell {
                    for x in column..<column + cell { sum += Int(pixels[pixels.startIndex + y * width + x]) }
                }
                let darkness = 15 - sum * 15 / (255 * cell * cell)
                line += darkness == 0 ? "." : String(darkness, radix: 16)
            }
            while line.hasSuffix(".") { line.removeLast() }
            lines.append(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether it shows the same as the kept picture, but for the way in which letters are smoothed.
    func shows(_ kept: LetterPicture) -> Bool {
        let mine = text.split(separator: "\n", omittingEmptySubsequences: false)
        let theirs = kept.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard mine.count == theirs.count else { return false }
        let differences = zip(mine, theirs).flatMap { one, two in
            (0..<max(one.utf8.count, two.utf8.count)).map { abs(Self.value(one, $0) - Self.value(two, $0)) }
        }
        let ink = theirs.reduce(0) { sum, line in
            sum + (0..<line.utf8.count).reduce(0) { $0 + Self.value(line, $1) }
        }
        return differences.allSatisfy { $0 <= Self.toleranceMax }
            && differences.reduce(0, +) * 100 <= ink * Self.elsewherePercentMax
    }

    private static func value(_ line: Substring, _ column: Int) -> Int {
        guard column < line.utf8.count else { return 0 }
        return Character(Unicode.Scalar(line.utf8[line.utf8.index(line.startIndex, offsetBy: column)]))
            .hexDigitValue ?? 0
    }
}
