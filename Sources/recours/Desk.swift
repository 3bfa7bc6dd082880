import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import FoundationEssentials
import JSONText

/// The program as the commands use it: errors of the flow become failures with an exit status.
struct Desk {
    let program: Program
    let rendering: Rendering

    /// - Throws: `CommandFailure` with status 78 for bad settings, 2 for a bad directory.
    init(_ options: DirectoryOptions) throws {
        do throws(ProgramError) {
            program = try Program(
                config: options.config, directory: options.directory,
                environment: ProcessInfo.processInfo.environment)
        } catch {
            throw CommandFailure(error)
        }
        rendering = Rendering(program.deciding, program: programVersion)
        // A command has one desk and ends with it. Taking the directory apart would add a millisecond to each.
        _ = Unmanaged.passRetained(Kept(program))
    }

    /// - Throws: `CommandFailure` with status 2 that names the place of the fault.
    func read(_ input: CaseInput, decidedAt now: Instant) throws -> LoadedCase {
        do throws(CaseFormatError) {
            return try program.reader.read(input.bytes, decidedAt: now)
        } catch {
            throw CommandFailure(error, in: input.name)
        }
    }

    /// A case as it stood at the moment of an earlier decision.
    ///
    /// - Throws: `CommandFailure` with status 2 that names the place of the fault.
    func read(_ input: CaseInput, asOf moment: Instant) throws -> LoadedCase {
        do throws(CaseFormatError) {
            return try program.reader.read(input.bytes, asOf: moment)
        } catch {
            throw CommandFailure(error, in: input.name)
        }
    }

    func decide(_ facts: ContactCase, at now: Instant) throws -> Decision {
        try flow { try program.deciding.decide(facts, at: now) }
    }

    /// The channel that was typed.
    ///
    /// - Throws: `CommandFailure` with the nearest known name.
    func channel(_ name: String) throws -> ChannelName {
        let known = program.directory.directory.channelNames
        if let channel = known.first(where: { $0.text == name }) { return channel }
        throw CommandFailure.unknown(
            "channel \(name)", in: "this program",
            nearest: nearestName(to: name, among: known.map(\.text).sorted()))
    }

    /// Does a step of the flow; its error becomes a failure with the right status.
    func flow<Result>(_ step: () throws -> Result) throws -> Result {
        do { return try step() } catch let error as CaseFlowError { throw CommandFailure(error) }
    }
}

/// Keeps the program's parts in memory until the process ends.
private final class Kept {
    private let program: Program
    init(_ program: Program) { self.program = program }
}

extension CommandFailure {
    /// A name that does not exist, with the one that was probably meant.
    static func unknown(_ thing: String, in place: String, nearest: String?) -> CommandFailure {
        CommandFailure(
            .wrongUse, "There is no \(thing) in \(place)" + (nearest.map { ": did you mean \($0)?" } ?? "."))
    }

    init(_ error: CaseFlowError) {
        switch error {
        case .timeZones, .digests: self.init(.unavailable, error.description)
        case .refused, .nothingToPrepare, .outOfDate, .notOffered, .noPlugin, .plugin:
            self.init(.refused, error.description)
        case .notReplayable, .unreadable, .report, .otherReference: self.init(.wrongUse, error.description)
        case .store(let fault): self.init(fault)
        case .outbox(let fault): self.init(fault)
        }
    }

    init(_ error: ProgramError) {
        switch error {
        case .settings: self.init(.configuration, error.description)
        case .file(_, let isNamed), .directory(_, _, let isNamed):
            self.init(isNamed ? .wrongUse : .configuration, error.description)
        case .plugins, .flow, .digests, .transport: self.init(.unavailable, error.description)
        case .store(let error): self.init(error)
        }
    }
}
