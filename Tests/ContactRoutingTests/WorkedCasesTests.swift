import CivilCalendar
import ContactRouting
import Testing

@Suite("Worked cases")
struct WorkedCasesTests {
    let world = World.shared

    @Test("The best channel, or one that an adviser accepts, comes first", arguments: WorkedCase.all)
    func best(_ worked: WorkedCase) {
        let decision = world.decide(worked.facts, at: worked.now)

        if let expected = worked.best {
            #expect(decision.best.map { ([expected] + worked.acceptable).contains($0.channel) } ?? false)
        } else {
            #expect(decision.waitsUntil == worked.waitUntil)
        }
        if !worked.mayWait { #expect(decision.waitsUntil == nil) }
    }

    @Test("What leads nowhere is refused", arguments: WorkedCase.all)
    func forbidden(_ worked: WorkedCase) {
        let decision = world.decide(worked.facts, at: worked.now)

        #expect(decision.usable.map(\.channel).filter(worked.mustNot.contains) == [])
    }

    @Test("The first choice of the specification is ours", arguments: WorkedCase.all)
    func sameBest(_ worked: WorkedCase) {
        let decision = world.decide(worked.facts, at: worked.now)

        #expect(decision.best?.channel == worked.best)
    }
}
