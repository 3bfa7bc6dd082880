/// Jobs that wait for their turn, oldest first.
struct JobLine: Sendable {
    private var jobs: [EngineJob] = []
    /// Jobs before this place were taken already.
    private var head = 0

    var count: Int { jobs.count - head }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ job: EngineJob) { jobs.append(job) }

    /// Takes up to `max` jobs.
    ///
    /// - Complexity: O(jobs taken), spread over many calls.
    mutating func take(_ max: Int) -> [EngineJob] {
        let taken = Array(jobs[head...].prefix(max))
        head += taken.count
        // The taken ones leave together, once they are more than those that stay.
        if head * 2 > jobs.count {
            jobs.removeFirst(head)
            head = 0
        }
        return taken
    }

    /// Takes out the job with this flag, if it still waits.
    ///
    /// - Complexity: O(n).
    mutating func remove(_ flag: CancelFlag) -> EngineJob? {
        guard let index = jobs[head...].firstIndex(where: { $0.cancelFlag === flag }) else { return nil }
        return jobs.remove(at: index)
    }
}
