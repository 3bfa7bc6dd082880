import ArgumentParser
import Assembly
import CaseFormat
import JSONText

extension DirectoryCommand {
    /// Reports every fault and every warning with its place.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract:
                "Report every fault and warning of a channels.json, and of its overlay, with its place.",
            discussion: "Exit status 0 without a fault, else 2. Warnings change nothing.")

        @OptionGroup var options: DirectoryOptions

        func run() async throws {
            let reports = try Self.reports(of: try DirectoryFiles(options))
            if options.json {
                Output.standardOutput(Self.json(reports))
            } else {
                for report in reports { report.print() }
            }
            if reports.contains(where: { !$0.inspection.faults.isEmpty }) { leave(.wrongUse) }
        }

        /// One report for each file; an overlay can be judged only over a directory without a fault.
        private static func reports(of files: DirectoryFiles) throws -> [Report] {
            let reader = DirectoryReader()
            let bytes = try DirectoryFiles.bytes(of: files.base)
            let base = Report(name: files.base.name, inspection: reader.inspect(bytes))
            guard let overlay = files.overlay else { return [base] }
            guard base.inspection.faults.isEmpty else {
                Output.standardError(
                    "\(overlay.name): not checked, because the directory below it has a fault.\n")
                return [base]
            }
            let below: LoadedDirectory
            do throws(CaseFormatError) { below = try reader.read(bytes) } catch {
                throw CommandFailure(error, in: files.base.name)
            }
            let upper = reader.inspect(try DirectoryFiles.bytes(of: overlay), over: below)
            return [base, Report(name: overlay.name, inspection: upper)]
        }

        private static func json(_ reports: [Report]) -> [UInt8] {
            var writer = JSONWriter(.pretty, capacity: 4096)
            writer.beginArray()
            for report in reports {
                for fault in report.inspection.faults { fault.write(to: &writer, in: report.name) }
                for warning in report.inspection.warnings { warning.write(to: &writer, in: report.name) }
            }
            writer.endArray()
            writer.endLine()
            return writer.bytes
        }
    }

    /// What was found in one file.
    private struct Report {
        let name: String
        let inspection: DirectoryInspection

        func print() {
            let faults = inspection.faults
            let warnings = inspection.warnings
            for fault in faults { Output.standardError("\(name): \(fault.description)\n") }
            for warning in warnings { Output.standardError("\(name): warning: \(warning.description)\n") }
            let told = warnings.isEmpty ? "" : ", \(Self.count(warnings.count, "warning"))"
            if faults.isEmpty {
                Output.standardOutput("\(name): no fault\(told).\n")
            } else {
                Output.standardError(
                    "\(name): \(Self.count(faults.count, "fault"))\(told); nothing of it can be used.\n")
            }
        }

        private static func count(_ number: Int, _ thing: String) -> String {
            number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
        }
    }
}
