import Foundation
import Testing

@Suite("The README tells what the program does")
struct ReadmeTests {
    /// The commands of the README with what it says they print.
    private static func transcripts() throws -> [(command: [String], output: String)] {
        let text = try String(contentsOf: CommandLineRun.root.appending(path: "README.md"), encoding: .utf8)
        return text.components(separatedBy: "```console\n").dropFirst().compactMap { block in
            let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
            guard let first = lines.first, first.hasPrefix("$ recours ") else { return nil }
            let command = first.dropFirst("$ recours ".count).split(separator: " ").map(String.init)
            return (command, lines.dropFirst().joined(separator: "\n"))
        }
    }

    @Test("every transcript is what the program prints today")
    func transcripts() throws {
        let transcripts = try Self.transcripts()

        #expect(transcripts.count == 2)
        for transcript in transcripts {
            let run = try CommandLineRun(transcript.command)
            #expect(run.status == 0)
            #expect(run.output.trimmingCharacters(in: .newlines) == transcript.output)
        }
    }
}
