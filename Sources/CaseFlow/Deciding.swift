public import CaseFormat
public import CivilCalendar
public import ContactRouting
import OpeningHours

/// The arrow from a case to its decision: works out who is open, then asks the router.
///
/// Everything slow is done once, when it is made: the directory's hours are compiled, the offers laid out. Safe to
/// share between threads.
public struct Deciding: Sendable {
    public let directory: LoadedDirectory
    private let routers: RouterShelf
    private let zones: ZoneShelf
    private let hours: [CompiledHours]
    private let counters: PostCounters

    /// - Throws: `CaseFlowError.timeZones` when the zone of a directory's hours cannot be read.
    public init(_ directory: LoadedDirectory, zones database: TimeZoneDatabase) throws(CaseFlowError) {
        self.directory = directory
        routers = RouterShelf(directory.directory)
        zones = ZoneShelf(database)
        var evaluators: [CompiledHours] = []
        for (key, schedule) in zip(directory.directory.hours, directory.schedules) {
            evaluators.append(
                CompiledHours(
                    Evaluator(schedule, in: try zones.place(key.timeZone, holidays: key.holidays))))
        }
        hours = evaluators
        counters = PostCounters(zones)
    }

    /// Decides a case at a moment, by what the directory says of that day in the person's zone.
    ///
    /// - Throws: `CaseFlowError.timeZones` when the person's zone is not known on this machine.
    public func decide(_ facts: ContactCase, at now: Instant) throws(CaseFlowError) -> Decision {
        decide(facts, in: try zones.rules(facts.consumer.effectiveTimeZone), at: now)
    }

    private func decide(_ facts: ContactCase, in zone: TimeZoneRules, at now: Instant) -> Decision {
        let stretch = routers.stretch(on: zone.day(at: now))
        return stretch.router.decide(facts, in: surroundings(of: facts, in: zone, at: now, stretch))
    }

    /// What would change the decision: costs some dozens of decisions.
    ///
    /// Moments to come are tried with what the directory says of them.
    public func alternatives(
        to decision: Decision, of facts: ContactCase
    ) throws(CaseFlowError) -> Alternatives {
        let zone = try zones.rules(facts.consumer.effectiveTimeZone)
        let now = decision.decidedAt
        let stretch = routers.stretch(on: zone.day(at: now))
        let search = FlipSearch(
            stretch.router, facts: facts, in: surroundings(of: facts, in: zone, at: now, stretch),
            turns: routers.turningDays.map { zone.startOfDay($0) }
        ) { decide(facts, in: zone, at: $0) }
        return Alternatives(flips: search.flips(of: decision), questions: search.questions(of: decision))
    }

    /// The zone in which the person lives.
    ///
    /// - Throws: `CaseFlowError.timeZones`.
    public func zone(of facts: ContactCase) throws(CaseFlowError) -> TimeZoneRules {
        try zones.rules(facts.consumer.effectiveTimeZone)
    }

    /// The hours of an offer, compiled; nil when it has none.
    func hours(of offer: ChannelOffer) -> Evaluator? { offer.entry.hours.map { hours[$0].evaluator } }

    /// The zone that the hours of an offer are told in; nil when it has none.
    func zone(ofHoursOf offer: ChannelOffer) throws(CaseFlowError) -> TimeZoneRules? {
        guard let place = offer.entry.hours else { return nil }
        return try zones.rules(directory.directory.hours[place].timeZone)
    }

    /// When the person can take a call, compiled for where they live.
    ///
    /// What they said, else the hours in which people are usually called.
    func reachable(_ loaded: LoadedCase) throws(CaseFlowError) -> Evaluator {
        let consumer = loaded.facts.consumer
        let place = try zones.place(consumer.effectiveTimeZone, holidays: consumer.publicHolidays)
        if let schedule = loaded.reachable { return Evaluator(schedule, in: place) }
        do {
            return Evaluator(try Schedule(parsing: CallSlots.usualHours), in: place)
        } catch {
            preconditionFailure("the usual hours are written by us and covered by a test")
        }
    }

    /// The rest of the hours of a post counter that is open, else the next ones; nil when none is known.
    func counterOpen(for facts: ContactCase, from now: Instant) -> Range<Instant>? {
        guard let counter = counters.counter(facts.consumer.publicHolidays)?.evaluator,
            let opens = counter.nextOpening(onOrAfter: now), let closes = counter.status(at: opens).until
        else { return nil }
        return opens..<closes
    }

    private func surroundings(
        of facts: ContactCase, in zone: TimeZoneRules, at now: Instant, _ stretch: Stretch
    ) -> Surroundings {
        let holidays = facts.consumer.publicHolidays
        // Nobody asks for the hours of other merchants, and a directory may have thousands.
        var availability = [Availability](repeating: .unknown, count: hours.count)
        stretch.forEachHours(of: facts.merchant) { place in
            if availability[place] == .unknown {
                availability[place] = hours[place].availability(at: now)
            }
        }
        // Only who withdraws asks for the counter, and looking for its next opening costs as much as all the rest here.
        let asksForCounter = facts.issue.kind == .changeOfMind
        return Surroundings(
            now: now, zone: zone, holidays: holidays, availability: availability,
            postCounterOpens: asksForCounter
                ? counters.counter(holidays)?.evaluator.nextOpening(onOrAfter: now) ?? now : now)
    }
}

/// What would change a decision.
public struct Alternatives: Hashable, Sendable {
    public let flips: [Flip]
    public let questions: [Question]
}

extension Evaluator {
    /// Whether somebody is there, in the words of the decision.
    func availability(at now: Instant) -> Availability {
        let status = status(at: now)
        return switch status.state {
        case .open: .open(until: status.until)
        case .closed: .closed(opensAt: nextOpening(onOrAfter: now))
        case .unknown: .unknown
        }
    }
}
