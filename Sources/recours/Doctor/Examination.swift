import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import FoundationEssentials
import Outbox

/// Looks at everything the program needs, and goes on when something is wrong.
struct Examination {
    let options: DirectoryOptions
    let isOffline: Bool

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
            .good(.directory, "\(directory.merchants.count) merchants, as of \(directory.updatedOn)."))
        findings.append(clockFinding(checkedOn: directory.updatedOn))
        findings += await storeFindings(desk)
        findings += await pluginFindings(desk.program.registry)
        if !isOffline { findings += await ServerExamination(settings: settings).findings() }
        return findings
    }

    // MARK: Settings

    private func settingsFindings(
        _ settings: Settings, _ environment: [String: String]
    ) -> [DoctorFinding] {
        let names = Settings.names.filter { environment[$0]?.isEmpty == false }
        var findings: [DoctorFinding] = [
            .good(
                .settings,
                names.isEmpty
                    ? "No variable of this program is set." : "Set here: \(names.joined(separator: ", ")).")
        ]
        let keeper = SecretKeeper(settings.secrets)
        for secret in settings.secrets.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            if let fault = keeper.fault(of: secret) {
                findings.append(.error(.secrets, fault.description, .configuration))
            } else {
                findings.append(.good(.secrets, "The secret \(secret.rawValue) can be read."))
            }
        }
        if settings.allowsLoopback {
            findings.append(
                .warning(
                    .settings,
                    "RECOURS_ALLOW_LOOPBACK lets deliveries reach private addresses: unset it unless a relay stands there."
                ))
        }
        return findings
    }

    /// What channels say that read a setting; the others need none.
    private func pluginFindings(_ registry: ChannelRegistry) async -> [DoctorFinding] {
        let all = await registry.findings()
        let told = all.filter { $0.setting != nil || $0.severity != .good }
        let silent = Set(registry.descriptors.map(\.channel)).subtracting(told.map(\.channel)).count
        return told.map { finding in
            DoctorFinding(
                severity: finding.severity, topic: .plugin, text: "\(finding.channel): \(finding.text)",
                status: finding.severity == .error ? .configuration : nil)
        } + [.good(.plugin, "\(silent) channels need no setting.")]
    }

    // MARK: The machine

    private func machineFindings() -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        do throws(CivilCalendarError) {
            _ = try TimeZoneDatabase().rules(for: "Europe/Paris")
            findings.append(.good(.zones, "The time zone database can be read."))
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
            return .error(.clock, "The clock shows \(shown), before the directory was made: set it.")
        }
        return .good(
            .clock,
            MachineClock.isSynchronised
                ? "The clock shows \(shown), and is kept by the network's time."
                : "The clock shows \(shown): compare it, because deadlines depend on it.")
    }

    // MARK: The store

    private func storeFindings(_ desk: Desk) async -> [DoctorFinding] {
        do {
            return try await desk.withDeliveries(.english) { counter in
                let folder = try desk.stateFolder()
                var findings: [DoctorFinding] = [.good(.folder, "\(folder.path) is its owner's alone.")]
                findings += try await diskFindings(counter, folder)
                let report = try await counter.store.verify()
                for finding in report.findings { findings.append(.error(.store, finding.description)) }
                if report.isSound {
                    findings.append(
                        .good(
                            .store,
                            "\(report.cases) cases, \(report.entries) entries and \(report.deliveries) deliveries: every chain holds."
                        ))
                }
                findings += try await workFindings(counter)
                return findings
            }
        } catch let failure as CommandFailure {
            return [.error(.store, failure)]
        } catch {
            return [.error(.store, "The store cannot be read: \(error)")]
        }
    }

    /// Whether there is room for what follows a delivery, and whether the calendar shows what is planned.
    private func diskFindings(
        _ counter: DeliveryCounter, _ folder: StateFolder
    ) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        let room = StoreRoom(folder)
        if let shortage = RoomShortage(room, needs: StoreRoom.bytesNeeded) {
            findings.append(.error(.folder, shortage.description))
        } else if let free = room.bytesFree() {
            findings.append(.good(.folder, "\(free >> 20) MiB are free there."))
        }
        let revision = try await counter.store.agendaRevision()
        let shown = try await AgendaFolder(desk: counter.desk, folder: folder).calendarRevision()
        guard revision > 0 || shown != nil else { return findings }
        findings.append(
            shown == revision
                ? .good(.calendar, "The calendar shows everything that is planned.")
                : .warning(
                    .calendar,
                    "\(folder.calendar) does not show everything that is planned: `recours run --once` writes it."
                ))
        return findings
    }

    private func workFindings(_ counter: DeliveryCounter) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        if let hold = try await counter.store.hold() {
            findings.append(.warning(.hold, try counter.generalWords().onHold(hold)))
        }
        let lease = try await counter.store.worker()
        let isWorking = lease.map { $0.until > counter.now } ?? false
        if let lease, isWorking {
            findings.append(.good(.worker, "The worker \(lease.worker) is running."))
        } else if let lease {
            findings.append(
                .warning(.worker, "The worker \(lease.worker) ended without saying so: start `recours run`."))
        } else {
            findings.append(.good(.worker, "No worker is running."))
        }
        let open = try await counter.all(in: DeliveryState.Kind.allCases.filter { !$0.isFinal })
        findings += count(open, at: counter.now, isWorking: isWorking)
        return findings
    }

    private func count(
        _ open: [DeliveryRecord], at now: Instant, isWorking: Bool
    ) -> [DoctorFinding] {
        let asking = open.filter { $0.life.state.kind.asksPerson }
        let due = open.filter { record in record.standing.due.map { $0 <= now } ?? false }
        var findings: [DoctorFinding] = []
        if open.isEmpty { findings.append(.good(.deliveries, "No delivery is waiting.")) }
        if !asking.isEmpty {
            let kinds = Dictionary(grouping: asking, by: \.life.state.kind).sorted {
                $0.key.rawValue < $1.key.rawValue
            }
            let counts = kinds.map { "\($0.value.count) \($0.key.rawValue)" }.joined(separator: ", ")
            findings.append(
                .warning(.deliveries, "A person is asked: \(counts). `recours delivery list` names them."))
        }
        let delays = open.compactMap { $0.delay(at: now) }
        if let first = delays.map(\.since).min() {
            findings.append(
                .warning(
                    .deliveries,
                    "\(delays.count) could not go out for hours, the first since \(TimeZoneRules.utc.text(first)): `recours delivery list` names them."
                ))
        }
        if !due.isEmpty, !isWorking {
            findings.append(
                .warning(
                    .deliveries,
                    "\(due.count) deliveries are due and no worker is running: start `recours run`."))
        }
        let waiting = open.count - asking.count - (isWorking ? 0 : due.count)
        if waiting > 0 { findings.append(.good(.deliveries, "\(waiting) deliveries wait for their moment.")) }
        return findings
    }
}
