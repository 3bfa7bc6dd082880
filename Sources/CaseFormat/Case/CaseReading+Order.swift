internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension CaseReading {
    func order(_ value: JSONValue) -> Order? {
        guard var fields = Fields(value, intake) else { return nil }
        var order = Order()
        order.number = fields.read("number", intake.privateLine)
        readDays(&fields, into: &order)
        order.deliveredIn = fields.read("deliveredIn", intake.country)
        // Nobody claims nothing: a sum of zero says that the amount is not known.
        order.amount = fields.read("amount", intake.money).flatMap { $0.hundredths == 0 ? nil : $0 }
        order.payment = fields.read("payment", intake.choice)
        order.withdrawalInformed = fields.read("withdrawalInformed", intake.bool)
        order.digitalWaiver = fields.read("digitalWaiver", intake.bool)
        order.carrierChosenByConsumer = fields.read("carrierChosenByConsumer", intake.bool)
        order.carrierTracking = fields.read("carrierTracking", intake.line)
        order.item = fields.read("item", item) ?? Item()
        fields.finish()
        return order
    }

    private func readDays(_ fields: inout Fields, into order: inout Order) {
        order.orderedOn = fields.read("orderedOn", intake.day)
        order.promisedOn = fields.read("promisedOn", intake.day)
        order.latestEstimatedDelivery = fields.read("latestEstimatedDelivery", intake.day)
        order.deliveredOn = fields.read("deliveredOn", intake.day)
        let parcels = fields.read("parcelsDeliveredOn", intake.list(max: CaseReader.entriesMax, intake.day))
        order.parcelsDeliveredOn = parcels ?? []
        order.withdrawalNotifiedOn = fields.read("withdrawalNotifiedOn", intake.day)
        order.returnShippedOn = fields.read("returnShippedOn", intake.day)
        order.returnReceivedOn = fields.read("returnReceivedOn", intake.day)
        order.defectFoundOn = fields.read("defectFoundOn", intake.day)
        order.repairRequestedOn = fields.read("repairRequestedOn", intake.day)
        order.repairedOn = fields.read("repairedOn", intake.day)
        order.terminatedOn = fields.read("terminatedOn", intake.day)
        order.debitedOn = fields.read("debitedOn", intake.day)
    }

    private func item(_ value: JSONValue) -> Item? {
        guard var fields = Fields(value, intake) else { return nil }
        var item = Item()
        item.name = fields.read("name", intake.line)
        item.category = fields.read("category", intake.choice)
        item.condition = fields.read("condition", intake.choice)
        item.opened = fields.read("opened", intake.bool)
        item.sealBroken = fields.read("sealBroken", intake.bool)
        item.partlyUsed = fields.read("partlyUsed", intake.bool)
        fields.finish()
        return item
    }
}
