public import CivilCalendar

/// What a letter must say: computed from the facts before any word is written.
///
/// Pure. A fact that is not known is absent here, and the letter then leaves its sentence out. Nothing is claimed that
/// the facts do not support.
public struct LetterPlan: Hashable, Sendable {
    public let kind: LetterKind
    /// What the letter is about: ``kind``, except for a reminder and a complaint before mediation, which are about what
    /// another letter would say.
    public let matter: LetterKind
    /// The letter without an answer that a reminder recalls; nil for any other letter.
    public let recalled: LetterContact?
    /// How the letter speaks.
    ///
    /// A registered letter is a notice; another message is one only after a contact has failed. A letter that claims no
    /// right is never one, nor is one by which the other side first learns what it will owe.
    public let force: LetterForce
    /// How it goes out.
    public let channel: ChannelName
    public let writtenOn: CivilDay
    /// When the other side will have it: an estimate of the program's own.
    public let expectedReceipt: CivilDay
    /// What the letter stands on, in the order in which it is cited.
    public let articles: [LetterArticle]
    public let demand: LetterDemand
    /// The last day for what is demanded: always a working day.
    public let dueBy: CivilDay
    /// The last day that the law or the contract had given; nil when unknown.
    public let legalDay: CivilDay?
    /// The day on which the seller had said that the goods would come; nil when it named none.
    public let announcedDelivery: CivilDay?
    /// The day on which goods came whose late or missing delivery the case is about; nil while they have not come.
    ///
    /// A day that only a tracking page names does not count.
    public let lateArrival: CivilDay?
    /// Whether some parcels of the order have come, and others not.
    public let isPartlyDelivered: Bool
    /// The day until which the seller might wait with a refund, because the goods went back late; nil when that changed
    /// nothing.
    ///
    /// - Source: C. conso. L221-24.
    public let refundDeferredTo: CivilDay?
    /// By how much a late refund is raised on ``writtenOn``; nil when it is not late, or no law raises it.
    public let surcharge: LateRefundSurcharge?
    /// What the raise will be next, with its first day as `due` plus `daysLate`; nil when nothing more follows.
    public let nextSurcharge: LateRefundSurcharge?
    /// Whether the law presumes that the defect was there at delivery.
    ///
    /// - Source: C. conso. L217-7.
    public let defectPresumed: Bool
    /// Whether the letter only tells a wish or asks a question, for which no law gives a right.
    public let isWish: Bool
    /// Why the first remedy of the guarantee is over; nil while it is not.
    public let remedyGround: RemedyGround?
    /// The ordinary fourteen days of withdrawal are over, and the seller had not told of the right.
    public let usesLongWithdrawal: Bool
    /// The notice that was refused or not obeyed, on which a termination stands.
    public let failedNotice: LetterContact?
    public let recourse: [LetterRecourse]
    /// What happened before with this merchant or seller, oldest first.
    public let contacts: [LetterContact]
    /// Whether one of the contacts came to nothing.
    public let hasFailedContact: Bool
    public let doubts: [Doubt]

    /// Days between ``legalDay`` and ``writtenOn``; 0 while the time runs or is unknown.
    public var daysLate: Int { legalDay.map { max(0, $0.days(until: writtenOn)) } ?? 0 }

    /// Plans the letter of a case.
    ///
    /// - Parameters:
    ///   - facts: the case; contacts later than `today` must have been left out.
    ///   - channel: how the letter goes out.
    ///   - deadlines: those of the decision for the same day.
    ///   - mediator: the name of the trader's consumer mediator, when it is known.
    ///   - mediatorIsUnconfirmed: whether there is one whose name is not sure enough to be written.
    ///   - listedCountry: where the directory says that the trader stands; what the case says comes first.
    ///   - today: the day of the letter, in the person's zone.
    ///   - holidays: those where the person lives.
    ///   - zone: the person's zone, in which earlier contacts are dated.
    public init(
        for facts: ContactCase, through channel: ChannelName, deadlines: [Deadline], mediator: TextLine?,
        mediatorIsUnconfirmed: Bool = false, listedCountry: CountryCode? = nil, today: CivilDay,
        holidays: PublicHolidays, zone: TimeZoneRules
    ) {
        var reading = LetterReading(
            facts: facts, channel: channel, deadlines: deadlines, today: today, zone: zone)
        reading.mediatorIsUnconfirmed = mediatorIsUnconfirmed
        reading.listedCountry = listedCountry
        let receipt = LetterPolicy.expectedReceipt(through: channel, sentOn: today, holidays: holidays)
        let matter = reading.matter
        let kind = reading.kind
        let demand = reading.demand(of: matter)
        let recalled = kind == .reminder ? reading.unanswered(about: matter) : nil
        self.matter = matter
        self.recalled = recalled
        self.kind = kind
        self.channel = channel
        self.demand = demand
        writtenOn = today
        expectedReceipt = receipt
        contacts = reading.contacts
        hasFailedContact = reading.hasFailedContact
        force = reading.force(of: matter)
        announcedDelivery = reading.announcedDelivery
        lateArrival = reading.lateArrival
        isPartlyDelivered = reading.isPartlyDelivered
        refundDeferredTo = matter == .refundOverdue ? reading.refundDeferredTo : nil
        legalDay = reading.legalDay(of: matter)
        surcharge = reading.surcharge(of: matter)
        nextSurcharge = reading.nextSurcharge(of: matter)
        defectPresumed = reading.defectPresumed
        remedyGround = reading.remedyGround
        isWish = matter == .generalNotice && reading.isWish
        usesLongWithdrawal = kind == .withdrawal && reading.usesLongPeriod
        failedNotice = kind == .deliveryTermination ? reading.refusedNotice ?? reading.failedNotice : nil
        recourse = force == .goodwill ? [] : reading.recourse(of: matter, mediator: mediator)
        articles = Self.articles(
            reading.articles(of: kind == .reminder ? matter : kind, demand: demand), force: force,
            recourse: recourse)
        dueBy = LetterPolicy.workingDay(
            from: recalled.map {
                reading.reminderDay(of: matter, demand: demand, recalled: $0, holidays: holidays)
            } ?? reading.dueBy(matter, demand: demand, receipt: receipt, holidays: holidays),
            holidays: holidays)
        doubts = reading.doubts(of: matter, demand: demand)
    }

    /// Adds what a notice without a law of its own stands on, and what the announced steps stand on.
    private static func articles(
        _ articles: [LetterArticle], force: LetterForce, recourse: [LetterRecourse]
    ) -> [LetterArticle] {
        let isMediated = recourse.contains { step in
            switch step {
            case .mediator: true
            case .termination, .priceReductionOrTermination, .eccNet, .conciliator, .court,
                .dataProtectionAuthority:
                false
            }
        }
        return articles + (articles.isEmpty && force == .notice ? [.civil1344] : [])
            + (isMediated ? [.consoL6121] : [])
    }
}
