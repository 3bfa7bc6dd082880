import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import FoundationEssentials
import JSONText
import Outbox

/// Looks at everything the program needs, and goes on when something is wrong.
struct Examination {
    let options: DirectoryOptions
    let isOffline: Bool
    let words: DoctorWords

    func findings() async throws -> [DoctorFinding] {
        let environment = ProcessInfo.processInfo.environment
        let settings: Settings
        do throws(SettingsError) {
            settings = try Settings(file: options.config, environment: environment)
        } catch {
            return [.error(.settings, error.description, .configuration)]
        }
        var findings = settingsFindings(settings, environment)
        findings += machineFindings()
        let desk: Desk
        do { desk = try Desk(options) } catch let failure as CommandFailure {
            return findings + [.error(.directory, failure)]
        }
        let directory = desk.program.directory.directory
        findings.append(
            .good(
                .directory, words.directory(merchants: directory.merchants.count, of: directory.updatedOn)))
        findings.append(clockFinding(checkedOn: directory.updatedOn))
        findings += await storeFindings(desk)
        findings += await pluginFindings(desk.program.registry)
        if !isOffline { findings += await ServerExamination(settings: settings, words: words).findings() }
        return findings
    }

    // MARK: Settings

    private func settingsFindings(
        _ settings: Settings, _ environment: [String: String]
    ) -> [DoctorFinding] {
        let names = Settings.names.filter { environment[$0]?.isEmpty == false }
        var findings: [DoctorFinding] = [
            .good(.settings, words.set(names))
        ]
        findings += unknownNames(environment)
        let keeper = SecretKeeper(settings.secrets)
        for secret in settings.secrets.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            if let fault = keeper.fault(of: secret) {
                findings.append(.error(.secrets, fault.description, .configuration))
            } else {
                findings.append(.good(.secrets, words.readable(secret.rawValue)))
            }
        }
        if settings.allowsLoopback {
            findings.append(.warning(.settings, words.loopback))
        }
        if let path = settings.metricsFile {
            let isWritable = Writability(path).isGiven
            let text = words.metrics(path, isWritable: isWritable)
            findings.append(isWritable ? .good(.metrics, text) : .warning(.metrics, text))
        }
        return findings
    }

    /// A name that is nearly one of ours would be left alone in silence.
    private func unknownNames(_ environment: [String: String]) -> [DoctorFinding] {
        environment.keys.filter { $0.hasPrefix("RECOURS_") && !Settings.names.contains($0) }.sorted().map {
            .warning(.settings, words.unknown($0, nearest: nearestName(to: $0, among: Settings.names)))
        }
    }

    /// What channels say that read a setting; the others need none.
    private func pluginFindings(_ registry: ChannelRegistry) async -> [DoctorFinding] {
        let all = await registry.findings()
        let told = all.filter { $0.setting != nil || $0.severity != .good }
        let silent = Set(registry.descriptors.map(\.channel)).subtracting(told.map(\.channel)).count
        return told.map { finding in
            DoctorFinding(
                severity: finding.severity, topic: .plugin,
                text: "\(finding.channel): \(finding.text[words.language])",
                status: finding.severity == .error ? .configuration : nil)
        } + [.good(.plugin, words.silentChannels(silent))]
    }

    // MARK: The machine

    private func machineFindings() -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        do throws(CivilCalendarError) {
            _ = try TimeZoneDatabase().rules(for: "Europe/Paris")
            findings.append(.good(.zones, words.zones))
        } catch {
            findings.append(.error(.zones, error.description))
        }
        return findings
    }

    /// The clock cannot be before the day on which the directory was made.
    private func clockFinding(checkedOn day: CivilDay) -> DoctorFinding {
        let now = LiveClock().moment
        let shown = TimeZoneRules.utc.text(now)
        guard TimeZoneRules.utc.day(at: now.adding(seconds: 86_400)) >= day else {
            return .error(.clock, words.wrongClock(shown))
        }
        return .good(.clock, words.clock(shown, isSynchronised: MachineClock.isSynchronised))
    }

    // MARK: The store

    private func storeFindings(_ desk: Desk) async -> [DoctorFinding] {
        do {
            return try await desk.withDeliveries(words.language) { counter in
                let folder = try desk.stateFolder()
                var findings: [DoctorFinding] = [.good(.folder, words.ownFolder(folder.path))]
                findings += try await diskFindings(counter, folder)
                let report = try await counter.store.verify()
                for finding in report.findings { findings.append(.error(.store, finding.description)) }
                if report.isSound {
                    findings.append(.good(.store, words.sound(report)))
                }
                findings += try await workFindings(counter)
                return findings
            }
        } catch let failure as CommandFailure {
            return [.error(.store, failure)]
        } catch {
            return [.error(.store, words.unreadableStore(error))]
        }
    }

    /// Whether there is room for what follows a delivery, and whether the calendar shows what is planned.
    private func diskFindings(
        _ counter: DeliveryCounter, _ folder: StateFolder
    ) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        let room = StoreRoom(folder)
        if let shortage = RoomShortage(room, needs: StoreRoom.bytesNeeded) {
            findings.append(.error(.folder, RoomWords(words.language).missing(shortage)))
        } else if let free = room.bytesFree() {
            findings.append(.good(.folder, words.room(free >> 20)))
        }
        return try await findings + calendarFindings(counter, folder)
    }

    /// The calendar is right when it shows what is planned, and what is planned is what the cases say now.
    private func calendarFindings(
        _ counter: DeliveryCounter, _ folder: StateFolder
    ) async throws -> [DoctorFinding] {
        let store = counter.store
        let revision = try await store.agendaRevision()
        let shown = try await AgendaFolder(desk: counter.desk, folder: folder).calendarRevision()
        let basis = try counter.desk.program.planBasis(of: programVersion)
        let isPlanned = try await store.casesToPlan(on: basis, at: counter.now, after: nil, limit: 1).isEmpty
        guard revision != .beginning || shown != nil || !isPlanned else { return [] }
        let isCurrent = shown == revision && isPlanned
        let text = words.calendar(folder.calendar, isCurrent: isCurrent)
        return [isCurrent ? .good(.calendar, text) : .warning(.calendar, text)]
    }

    private func workFindings(_ counter: DeliveryCounter) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        if let hold = try await counter.store.hold() {
            findings.append(.warning(.hold, try counter.generalWords().onHold(hold)))
        }
        let lease = try await counter.store.worker()
        let isWorking = lease.map { $0.until > counter.now } ?? false
        if let lease, isWorking {
            findings.append(.good(.worker, words.running(lease.worker)))
        } else if let lease {
            findings.append(.warning(.worker, words.endedSilently(lease.worker)))
        } else {
            findings.append(.good(.worker, words.noWorker))
        }
        // Of a forgotten case nobody is asked anything.
        let open = try await counter.all(in: DeliveryState.Kind.allCases.filter { !$0.isFinal }).filter {
            !$0.forgotten
        }
        findings += count(open, try counter.generalWords(), isWorking: isWorking)
        return findings
    }

    private func count(
        _ open: [DeliveryRecord], _ names: DeliveryWords, isWorking: Bool
    ) -> [DoctorFinding] {
        let now = names.now
        let asking = open.filter { $0.life.state.kind.asksPerson }
        let due = open.filter { record in record.standing.due.map { $0 <= now } ?? false }
        let toSend = due.filter { $0.life.state.kind.waitsToGoOut }
        let toCheck = due.filter { !$0.life.state.kind.waitsToGoOut }
        var findings: [DoctorFinding] = []
        if open.isEmpty { findings.append(.good(.deliveries, words.nothingWaits)) }
        if !asking.isEmpty {
            let kinds = Dictionary(grouping: asking, by: \.life.state.kind).sorted {
                $0.key.rawValue < $1.key.rawValue
            }
            let states = kinds.map { (name: names.name(of: $0.key), count: $0.value.count) }
            findings.append(.warning(.deliveries, words.asked(states)))
        }
        let delays = open.compactMap { $0.delay(at: now) }
        if let first = delays.map(\.since).min() {
            findings.append(
                .warning(.deliveries, words.delayed(delays.count, since: names.moment(first))))
        }
        if !toSend.isEmpty, !isWorking {
            findings.append(.warning(.deliveries, words.due(toSend.count)))
        }
        if !toCheck.isEmpty, !isWorking {
            findings.append(.warning(.deliveries, words.toCheck(toCheck.count)))
        }
        let told = Set((asking + (isWorking ? [] : due)).map(\.reference))
        let waiting = open.count - told.count
        if waiting > 0 {
            let text = words.waiting(waiting, isLost: !isWorking)
            findings.append(isWorking ? .good(.deliveries, text) : .warning(.deliveries, text))
        }
        return findings
    }
}

extension DeliveryState.Kind {
    /// True when its next moment is one to send it; else it is one to find out what became of it.
    fileprivate var waitsToGoOut: Bool {
        switch self {
        case .queued, .waiting: true
        case .sending, .needsPerson, .unknown, .accepted, .failed, .cancelled, .quarantined, .held: false
        }
    }
}
