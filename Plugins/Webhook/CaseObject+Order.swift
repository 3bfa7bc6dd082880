internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension CaseObject {
    func write(_ order: Order, to json: inout JSONWriter) {
        json.member("number", order.number?.reveal().text)
        writeDays(of: order, to: &json)
        json.member("deliveredIn", order.deliveredIn?.text)
        json.money("amount", order.amount)
        json.member("payment", order.payment?.rawValue)
        json.member("withdrawalInformed", order.withdrawalInformed)
        json.member("digitalWaiver", order.digitalWaiver)
        json.member("carrierChosenByConsumer", order.carrierChosenByConsumer)
        json.member("carrierTracking", order.carrierTracking?.text)
        json.object("item", order.item != Item()) { json in
            json.member("name", order.item.name?.text)
            json.member("category", order.item.category?.rawValue)
            json.member("condition", order.item.condition?.rawValue)
            json.member("opened", order.item.opened)
            json.member("sealBroken", order.item.sealBroken)
            json.member("partlyUsed", order.item.partlyUsed)
        }
    }

    private func writeDays(of order: Order, to json: inout JSONWriter) {
        json.member("orderedOn", order.orderedOn)
        json.member("promisedOn", order.promisedOn)
        json.member("latestEstimatedDelivery", order.latestEstimatedDelivery)
        json.member("deliveredOn", order.deliveredOn)
        let parcels = order.parcelsDeliveredOn
        json.texts("parcelsDeliveredOn", parcels.isEmpty ? nil : parcels.map(\.description))
        json.member("withdrawalNotifiedOn", order.withdrawalNotifiedOn)
        json.member("returnShippedOn", order.returnShippedOn)
        json.member("returnReceivedOn", order.returnReceivedOn)
        json.member("defectFoundOn", order.defectFoundOn)
        json.member("repairRequestedOn", order.repairRequestedOn)
        json.member("repairedOn", order.repairedOn)
        json.member("terminatedOn", order.terminatedOn)
        json.member("debitedOn", order.debitedOn)
    }
}
