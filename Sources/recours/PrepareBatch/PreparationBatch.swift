import Assembly
import CaseFormat
import CivilCalendar
import ContactRouting
import Glibc

/// Prepares the cases of a JSON Lines file, each into a folder of its own: on all cores, in constant memory.
///
/// What is written, and the order of what is told, do not depend on the number of cores.
struct PreparationBatch {
    let preparation: CasePreparation
    let now: Instant
    /// The JSON Lines file, or `-`.
    let input: String
    /// The folder that the folders of the cases are made in.
    let out: String

    /// Cases that are at work or wait to be told of in their order, for each core.
    private static let casesPerCore = 4

    private var casesMax: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) * Self.casesPerCore }

    /// Prepares line after line until the end, a wish to stop, or a full disk.
    ///
    /// - Throws: `CommandFailure` when the file cannot be read or nothing more can be written; what was told of before
    ///   is complete.
    func run(_ report: inout BatchReport) async throws(CommandFailure) {
        var lines = try CaseLines(input, read: preparation.desk.program.reader, at: now)
        let folders = try BatchFolders(out)
        var names = FolderNames()
        var unreadable: CommandFailure?
        await withTaskGroup(of: CaseResult.self) { group in
            var order = ResultOrder()
            var begun = 0
            while !Interruption.isWished, report.stop == nil {
                let next: BatchLine?
                do throws(CommandFailure) { next = try lines.next() } catch {
                    unreadable = error
                    break
                }
                guard let line = next else { break }
                begun += 1
                switch task(for: line, in: folders, &names) {
                case .success(let task): group.addTask { await task.result() }
                case .failure(let failure):
                    order.take(CaseResult(line: line.number, outcome: .failed(failure)), report: &report)
                }
                while begun - order.told >= casesMax, let result = await group.next() {
                    order.take(result, report: &report)
                }
                report.flush(when: folders)
            }
            if report.stop != nil { group.cancelAll() }
            for await result in group { order.take(result, report: &report) }
        }
        report.flush(when: folders, isLast: true)
        if let failure = report.stop ?? unreadable { throw failure }
    }

    private func task(
        for line: BatchLine, in folders: BatchFolders, _ names: inout FolderNames
    ) -> Result<CaseTask, CommandFailure> {
        do throws(CommandFailure) {
            let item: BatchCase
            do throws(CaseFormatError) { item = try line.content.get() } catch {
                throw CommandFailure(error, in: input == "-" ? "standard input" : input)
            }
            let name = try names.name(for: item.loaded.facts.reference, line: line.number)
            return .success(
                CaseTask(
                    preparation: preparation, folders: folders, item: item, line: line.number, name: name,
                    path: out.hasSuffix("/") ? out + name : "\(out)/\(name)", attachments: attachmentsFolder))
        } catch {
            return .failure(error)
        }
    }

    /// Paths in the cases are relative to the file that holds them.
    private var attachmentsFolder: String {
        guard input != "-", let slash = input.lastIndex(of: "/") else { return "." }
        return slash == input.startIndex ? "/" : String(input[..<slash])
    }
}

/// The work on one line.
struct CaseTask: Sendable {
    let preparation: CasePreparation
    let folders: BatchFolders
    let item: BatchCase
    let line: Int
    let name: String
    let path: String
    let attachments: String

    func result() async -> CaseResult {
        guard !Task.isCancelled else { return CaseResult(line: line, outcome: .left) }
        return CaseResult(line: line, outcome: await outcome())
    }

    private func outcome() async -> CaseResult.Outcome {
        do {
            let ready = try await preparation.prepare(
                item.loaded, at: item.decidedAt, attachmentsIn: attachments)
            let isNew = try folders.write(ready.files, into: name)
            return .ready(channel: ready.prepared.channel, folder: path, isNew: isNew)
        } catch let failure as CommandFailure {
            return .failed(failure)
        } catch BatchFolders.Fault.line(let failure) {
            return .failed(failure)
        } catch BatchFolders.Fault.stopped(let failure) {
            return .stopped(failure)
        } catch {
            return .failed(CommandFailure(.unavailable, "The case could not be prepared: report this line."))
        }
    }
}

/// Puts results back into the order of their lines.
struct ResultOrder {
    private var waiting: [Int: CaseResult] = [:]
    /// How many lines were told of: every one up to this number.
    private(set) var told = 0

    mutating func take(_ result: CaseResult, report: inout BatchReport) {
        waiting[result.line] = result
        while let next = waiting.removeValue(forKey: told + 1) {
            told += 1
            report.add(next)
        }
    }
}
