public import CaseStore
import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
import CurlTransport
import Glibc
import Logging
import Observability
public import Outbox

/// The worker with everything around it: ports, clocks, chance, log and numbers.
///
/// What leaves the machine leaves through the ports made here.
public final class DeliveryWorker: Sendable {
    private let log: EventLog
    private let metrics: OutboxMetrics
    private let numbers: TextfileMetrics
    private let metricsFile: String?
    private let world: OutboxWorld
    private let mail: RelayMailPort
    private let http: CurlHTTPPort
    private let storePath: String

    /// - Parameters:
    ///   - room: how much is left on the volume; nil asks the system.
    ///   - tell: gets every notice of the worker, after it was logged and counted.
    /// - Throws: `ProgramError.transport` when the system has no thread left.
    public init(
        _ program: Program, store: any CaseStore, in folder: StateFolder, room: (any RoomGauge)? = nil,
        tell: @escaping @Sendable (OutboxNotice) -> Void = { _ in }
    ) throws(ProgramError) {
        let settings = program.settings
        let clock = SystemClock()
        let numbers = TextfileMetrics()
        let metrics = OutboxMetrics(numbers, uptimeNanoseconds: { clock.uptimeNanoseconds })
        let log = EventLog.toStandardError(level: settings.logLevel)
        let observer = OutboxObserver(log: log, metrics: metrics)
        do throws(TransportError) {
            http = try CurlHTTPPort(rule: settings.addressRule, authorityFile: settings.authorityFile)
        } catch {
            throw .transport(error)
        }
        mail = RelayMailPort(settings)
        self.log = log
        self.metrics = metrics
        self.numbers = numbers
        metricsFile = settings.metricsFile
        storePath = folder.store
        world = OutboxWorld(
            store: store, plugins: program.registry, mail: mail,
            http: AuthorizedHTTPPort(settings, over: http),
            signing: SecretKeeper(settings.secrets), clock: clock,
            chance: { Double.random(in: 0..<1) }, journal: OutcomeFile(path: folder.outcomes),
            clockMemory: FileClockMemory(folder), room: room ?? StoreRoom(folder),
            tell: { notice in
                observer.observe(notice)
                tell(notice)
            })
    }

    /// A runner of this worker.
    ///
    /// - Parameters:
    ///   - only: the one delivery that it works on; nil for all.
    ///   - chore: what else is due, called from time to time.
    public func runner(
        only: DeliveryReference? = nil, limits: OutboxLimits = OutboxLimits(),
        chore: (@Sendable (Instant) async -> Void)? = nil
    ) -> OutboxRunner {
        OutboxRunner(world, worker: Self.name, limits: limits, only: only) { [self] now in
            await chore?(now)
            guard only == nil else { return }
            await countDeliveries()
            writeMetrics()
        }
    }

    /// Lets a runner work until it is stopped, or once through what is due.
    ///
    /// Meanwhile it is woken when another process writes into the store, so that an order need not wait for the next look.
    ///
    /// - Parameter isForOne: the runner works on one delivery beside whatever worker there is: its coming and going is no news.
    /// - Throws: `OutboxError`.
    public func work(
        _ runner: OutboxRunner, once: Bool, forOneDelivery isForOne: Bool = false
    ) async throws(OutboxError) {
        if !isForOne {
            metrics.started()
            log.log(.notice, "worker-started", [LogField("worker", LogValue(Self.name))])
        }
        let watch = Task { [storePath] in await Self.wake(runner, whenChanged: storePath) }
        let result: Result<Void, OutboxError>
        do throws(OutboxError) {
            if once { try await runner.runOnce() } else { try await runner.run() }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        watch.cancel()
        // The numbers of a worker that goes on are not this one's to overwrite.
        if !isForOne {
            await countDeliveries()
            writeMetrics()
        }
        try result.get()
    }

    /// Logs something that the chore beside the deliveries did about a case.
    public func note(_ event: StaticString, of reference: CaseReference) {
        log.log(.notice, event, [LogField("case", LogValue(reference))])
    }

    /// Ends connections and threads.
    public func close() {
        mail.close()
        http.close()
    }

    /// The name under which this machine works: the same after a crash, so that the work goes on at once.
    ///
    /// A lock on a file keeps two processes of one machine apart.
    public static let name: WorkerName = {
        var buffer = [CChar](repeating: 0, count: 256)
        gethostname(&buffer, buffer.count - 1)
        let host = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
        let name = "at-" + String(host.lowercased().filter(allowed.contains).prefix(29))
        do throws(RoutingError) { return try WorkerName(parsing: name) } catch {
            return DeliveryWorker.namelessHost
        }
    }()

    private static let namelessHost: WorkerName = {
        do throws(RoutingError) { return try WorkerName(parsing: "worker") } catch {
            preconditionFailure("six letters are a name")
        }
    }()

    // MARK: Looking after

    private static func wake(_ runner: OutboxRunner, whenChanged path: String) async {
        var seen = change(of: path)
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            let now = change(of: path)
            if now != seen { await runner.wake() }
            seen = now
        }
    }

    /// Seconds and nanoseconds of the last write; SQLite's journal changes the file with each commit.
    private static func change(of path: String) -> [Int] {
        var status = stat()
        return stat(path, &status) == 0 ? [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)] : []
    }

    private func countDeliveries() async {
        guard metricsFile != nil else { return }
        for kind in DeliveryState.Kind.allCases where !kind.isFinal {
            guard let name = try? StateName(parsing: kind.rawValue),
                let page = try? await world.store.deliveries(
                    in: [name], after: nil, limit: StoreLimits.rowsMax)
            else { continue }
            metrics.standing(page.count, in: kind)
        }
    }

    private func writeMetrics() {
        guard let metricsFile else { return }
        do throws(SyncedFile.Fault) {
            // Nothing of a person is in it, and the collector runs as another user.
            try SyncedFile.replace(metricsFile, with: Array(numbers.text().utf8), mode: 0o644)
        } catch {
            log.log(.warning, "metrics-not-written", [LogField("errno", LogValue(error.number))])
        }
    }
}
