public import CoreMetrics
internal import Synchronization

/// Keeps numbers in memory and writes them in the text format of Prometheus, for its textfile collector.
///
/// Counters count, meters and recorders keep their last value, timers are histograms in seconds.
///
/// - Source: Prometheus, *Exposition formats*, text-based format 0.0.4.
public final class TextfileMetrics: MetricsFactory {
    /// Most series that are kept; what comes after them is not counted, and the file says so.
    public static let seriesMax = 1000

    private struct State {
        var series: [SeriesName: SeriesValue] = [:]
        var refused: Int64 = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// Everything that was counted, one series a line, in the order of the names.
    public func text() -> String {
        let (series, refused) = state.withLock { ($0.series, $0.refused) }
        var text = ""
        var previous = ""
        for (name, value) in series.sorted(by: { $0.key < $1.key }) {
            if name.label != previous { text += "# TYPE \(name.label) \(value.type)\n" }
            previous = name.label
            text += value.lines(name)
        }
        if refused > 0 {
            text += "# TYPE recours_series_refused_total counter\nrecours_series_refused_total \(refused)\n"
        }
        return text
    }

    fileprivate func change(_ name: SeriesName, _ fresh: SeriesValue, _ body: (inout SeriesValue) -> Void) {
        state.withLock { state in
            guard state.series[name] != nil || state.series.count < Self.seriesMax else {
                state.refused += 1
                return
            }
            body(&state.series[name, default: fresh])
        }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Series(SeriesName(label, dimensions), in: self)
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        Series(SeriesName(label, dimensions), in: self)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        Gauge(SeriesName(label, dimensions), in: self)
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        Gauge(SeriesName(label, dimensions), in: self)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Histogram(SeriesName(label, dimensions), in: self)
    }

    // Nothing is kept outside of the factory: a series lives as long as the process.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

private final class Series: CounterHandler, FloatingPointCounterHandler {
    private let name: SeriesName
    private let metrics: TextfileMetrics

    init(_ name: SeriesName, in metrics: TextfileMetrics) {
        self.name = name
        self.metrics = metrics
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) {
        metrics.change(name, .counter(0)) { if case .counter(let sum) = $0 { $0 = .counter(sum + amount) } }
    }
    func reset() { metrics.change(name, .counter(0)) { $0 = .counter(0) } }
}

private final class Gauge: MeterHandler, RecorderHandler {
    private let name: SeriesName
    private let metrics: TextfileMetrics

    init(_ name: SeriesName, in metrics: TextfileMetrics) {
        self.name = name
        self.metrics = metrics
    }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { metrics.change(name, .gauge(0)) { $0 = .gauge(value) } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    func increment(by amount: Double) {
        metrics.change(name, .gauge(0)) { if case .gauge(let value) = $0 { $0 = .gauge(value + amount) } }
    }
    func decrement(by amount: Double) { increment(by: -amount) }
}

private final class Histogram: TimerHandler {
    private let name: SeriesName
    private let metrics: TextfileMetrics

    init(_ name: SeriesName, in metrics: TextfileMetrics) {
        self.name = name
        self.metrics = metrics
    }

    func recordNanoseconds(_ duration: Int64) {
        metrics.change(name, .histogram(SecondsHistogram())) { value in
            guard case .histogram(var histogram) = value else { return }
            histogram.add(Double(duration) / 1e9)
            value = .histogram(histogram)
        }
    }
}
