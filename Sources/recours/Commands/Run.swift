import ArgumentParser
import Assembly
import CaseFlow
import CaseStore
import ContactRouting
import JSONText
import Outbox

/// `recours run`: the worker.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Deliver what was ordered when it is due, and remind of what is due.",
        discussion: """
            Nothing goes out that nobody ordered with `recours send`. Prints a line for each delivery whose standing \
            changed. Ends on SIGTERM or Ctrl-C: what is under way gets its answer for some seconds, the rest waits for \
            the next run. One worker at a time works on a store.

            Exit status: 0 ended as it was told to; with --once, 1 when nothing goes out before a person confirms \
            (`recours delivery release --store`), 3 when something may have gone out and a person must look, and 69 when \
            the disk has no room for what follows a delivery; 69 the store cannot go on, or another worker has it; 78 bad \
            configuration.
            """)

    @Flag(help: "Do what is due now, then end.")
    var once = false

    @OptionGroup var options: DirectoryOptions

    func run() async throws {
        let language = try options.chosenLanguage()
        let desk = try Desk(options)
        let end = try await desk.withDeliveries(language) { counter -> ExitStatus in
            let (notices, told) = AsyncStream.makeStream(of: OutboxNotice.self)
            let worker = try desk.worker(counter.store) { told.yield($0) }
            defer { worker.close() }
            if let hold = try await counter.store.hold() {
                Output.standardError("recours: \(try counter.generalWords().onHold(hold))\n")
            }
            let lines = RunLines(
                counter: counter, words: AgendaWords(language ?? .french), isJSON: options.json)
            let reminding = try desk.reminding(counter.store, language: language)
            async let end = lines.print(notices)
            let result: Result<Void, OutboxError>
            do throws(OutboxError) {
                try await DeliveryRun(worker: worker).work(
                    worker.runner { now in
                        for notice in await reminding.turn(at: now) { lines.print(notice, worker) }
                    }, once: once)
                result = .success(())
            } catch {
                result = .failure(error)
            }
            told.finish()
            let status = await end
            try result.get()
            if once {
                // What the deliveries changed would else wait for the next run.
                for notice in await reminding.turn(at: LiveClock().moment) { lines.print(notice, worker) }
            }
            guard status == .done else { return status }
            return try await counter.store.hold() == nil ? .done : .refused
        }
        if once, end != .done { leave(end) }
    }
}

/// Prints what a worker tells, a line for each delivery whose standing changed.
struct RunLines {
    let counter: DeliveryCounter
    let words: AgendaWords
    let isJSON: Bool

    /// - Returns: that a person must look at something, or that nothing could be begun for want of room.
    func print(_ notices: AsyncStream<OutboxNotice>) async -> ExitStatus {
        var mustLook = false
        var isShortOfRoom = false
        for await notice in notices {
            switch notice {
            case .settled(let reference, _, let kind):
                if kind == .unknown || kind == .quarantined { mustLook = true }
                await print(reference, kind)
            case .clockDoubt:
                if let hold = try? await counter.store.hold(), let words = try? counter.generalWords() {
                    Output.reportError("recours: \(words.onHold(hold))\n")
                }
            case .channelPaused(let channel, _, let explanation):
                Output.reportError("recours: \(channel): \(explanation)\n")
            case .roomShort(let shortage):
                isShortOfRoom = true
                Output.reportError("recours: \(RoomWords(words.language).missing(shortage))\n")
            case .roomFound: isShortOfRoom = false
            case .outcomesWait(_, let error): Output.reportError("recours: \(error.description)\n")
            case .claimed, .rescued, .channelResumed, .superseded, .overdue, .outcomesFound, .journalUnusable,
                .stopping, .stopped:
                break
            }
        }
        return mustLook ? .outcomeUnknown : isShortOfRoom ? .unavailable : .done
    }

    /// Prints what the chore of reminding tells: what it did on standard output, what keeps it from it on standard error.
    func print(_ notice: AgendaNotice, _ worker: DeliveryWorker) {
        let event: StaticString
        let reference: CaseReference
        switch notice {
        case .reminded(let reminded): (event, reference) = ("reminded", reminded.caseReference)
        case .delayed(let told): (event, reference) = ("delivery-delayed", told.caseReference)
        case .drafted(let subject, _, _): (event, reference) = ("step-drafted", subject)
        case .withdrawn(let subject, _, _): (event, reference) = ("appointment-withdrawn", subject)
        case .notDrafted(let subject, _, _): (event, reference) = ("step-not-drafted", subject)
        case .unreadable(let subject, _): (event, reference) = ("case-unreadable", subject)
        case .storeFailed, .filesFailed:
            Output.reportError("recours: \(words.line(notice))\n")
            return
        }
        worker.note(event, of: reference)
        guard isJSON else {
            Output.report(words.line(notice) + "\n")
            return
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("event")
        writer.string("\(event)")
        writer.key("case")
        writer.string(reference.text)
        writer.key("text")
        writer.string(words.line(notice))
        writer.endObject()
        writer.endLine()
        Output.report(writer.bytes)
    }

    private func print(_ reference: DeliveryReference, _ kind: DeliveryState.Kind) async {
        // It is stored already; when it cannot be read now, its bare state is still worth a line.
        guard let record = try? await counter.store.delivery(reference),
            let words = try? await counter.words(for: record)
        else {
            let name = (try? counter.generalWords())?.name(of: kind) ?? kind.rawValue
            Output.report("\(reference)\t\(name)\n")
            return
        }
        // It moved on meanwhile, which has a line of its own; what was given back is where it was.
        guard record.life.state.kind == kind, kind != .queued else { return }
        guard isJSON else {
            let state = record.life.state
            let reason = words.reason(state).map { " (\($0))" } ?? ""
            Output.report("\(reference)\t\(record.channel)\t\(words.state(state))\(reason)\n")
            return
        }
        var writer = JSONWriter()
        DeliveryJSON(zone: words.zone).write(record, to: &writer)
        writer.endLine()
        Output.report(writer.bytes)
    }
}
