import ArgumentParser
import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation
import Glibc
import LetterWriting
import Typesetting

/// Milliseconds a letter: the case read, decided, planned, written, set, and the file written.
struct LetterBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Milliseconds a letter, from the case's bytes to the PDF file, warm.",
        discussion: """
            Without --inputs, each letter is one page: a formal notice to deliver, with its own order, item and sum. \
            --texts writes the texts of these letters, so that other programs can set the very same.
            """)

    @Option(
        help: ArgumentHelp("A folder of case files; the package's own case without it.", valueName: "folder"))
    var inputs: String?

    @Option(help: "How many letters.")
    var count = 300

    @Option(help: ArgumentHelp("The folder to write into, best in memory.", valueName: "folder"))
    var out: String

    @Option(help: ArgumentHelp("Write the letters' texts here.", valueName: "file"))
    var texts: String?

    /// Letters before the measurement: fonts are opened and words shaped.
    private static let warmUps = 20

    func run() throws {
        let bench = try BenchInputs(folder: nil)
        let files = try inputs.map(BenchInputs.files) ?? []
        guard count > 0, inputs == nil || !files.isEmpty else {
            throw WrongResult(description: "there is no letter to write")
        }
        let text = { index in files.isEmpty ? Self.text(index) : files[index % files.count] }
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let press = LetterPress()
        let clock = ContinuousClock()
        var samples: [Double] = []
        for index in 0..<(count + Self.warmUps) {
            let bytes = Array(text(index).utf8)
            let path = "\(out)/letter-\(index).pdf"
            let start = clock.now
            let rendered = try press.print(try Self.letter(bytes, bench: bench).document)
            try Self.write(rendered.pdf, to: path)
            if index >= Self.warmUps { samples.append(start.duration(to: clock.now) / .milliseconds(1)) }
            guard rendered.pdf.starts(with: Array("%PDF-".utf8)), rendered.pageCount == 1 || inputs != nil
            else { throw WrongResult(description: "this is no letter of one page") }
        }
        if let path = texts {
            let letters = try (0..<count).map { try Self.letter(Array(text($0).utf8), bench: bench).document }
            try Data(letters.map(\.lines).joined(separator: "\n").utf8).write(to: URL(filePath: path))
        }
        samples.sort()
        print("\(count) letters, p90 \(samples[samples.count * 9 / 10]) ms, \(try Self.peakMemory())")
        print("{\"value\": \(samples[samples.count / 2])}")
    }

    /// The most memory that the process ever held, as the kernel words it.
    private static func peakMemory() throws -> String {
        let status = try String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)
        return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "unknown"
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        guard descriptor >= 0,
            bytes.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count
        else { throw WrongResult(description: "\(path) cannot be written") }
    }

    private static func letter(_ bytes: [UInt8], bench: BenchInputs) throws -> Letter {
        let now = Instant(secondsSinceEpoch: 1_795_422_600)
        let loaded = try bench.program.reader.read(bytes, decidedAt: now)
        let decision = try bench.program.deciding.decide(loaded.facts, at: now)
        let zone = try bench.program.deciding.zone(of: loaded.facts)
        let plan = LetterPlan(
            for: loaded.facts, through: .registeredMail, deadlines: decision.deadlines, mediator: nil,
            today: zone.day(at: now), holidays: .france(.metropole), zone: zone)
        guard let name = loaded.facts.consumer.name?.reveal() else {
            throw WrongResult(description: "the case has no sender")
        }
        let parties = LetterParties(
            senderName: name, senderAddress: loaded.facts.consumer.address?.reveal(),
            recipientName: try TextLine(parsing: "Exemple SARL"),
            recipientAddress: try PostalAddress(
                lines: ["EXEMPLE SARL", "1 RUE DE L EXEMPLE", "59000 LILLE"].map { try TextLine(parsing: $0) }
            ))
        return try LetterWriter().write(plan, for: loaded.facts, between: parties)
    }

    /// A delivery that is late, with another number, item and sum every time.
    private static func text(_ index: Int) -> String {
        """
        {"merchant": "amazon-fr", "seller": {"type": "first-party"},
         "issue": {"kind": "not-delivered", "demand": "delivery",
                   "description": "Le suivi du colis numéro \(index) n'a pas bougé depuis une semaine."},
         "order": {"number": "404-\(1_000_000 + index)-7654321", "orderedOn": "2026-10-20",
                   "promisedOn": "2026-11-\(10 + index % 9)",
                   "amount": {"amount": "\(20 + index % 700).\(10 + index % 89)", "currency": "EUR"},
                   "item": {"name": "Lampe de bureau modèle \(index % 50)"}},
         "consumer": {"name": "Camille Exemple", "address": ["\(1 + index % 99) rue des Lilas", "69003 Lyon"]}}
        """
    }
}
