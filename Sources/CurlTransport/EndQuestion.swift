import Synchronization

/// A question to a task, asked by a thread of an engine that waits for the answer.
struct EndQuestion: Sendable {
    private let ask: @Sendable () async -> Bool

    init(_ ask: @escaping @Sendable () async -> Bool) { self.ask = ask }

    /// Holds up the calling thread until the answer is there; not for a thread that runs tasks.
    func answer() -> Bool {
        let gate = Gate()
        let answer = AnswerBox()
        Task { [ask] in
            answer.value.store(await ask(), ordering: .releasing)
            gate.open()
        }
        gate.wait()
        return answer.value.load(ordering: .acquiring)
    }
}

private final class AnswerBox: Sendable {
    let value = Atomic<Bool>(false)
}
