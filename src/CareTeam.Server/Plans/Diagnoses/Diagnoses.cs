namespace CareTeam.Server.Plans;

/// <summary>Questions about a plan's diagnoses that several use cases ask.</summary>
public static class Diagnoses
{
    public static readonly RuleKey WithdrawnInUse = new("diagnosis.withdrawn-in-use");

    /// <summary>Neither refuted nor entered in error (FHIR Condition.verificationStatus): what the rules read.</summary>
    public static bool Holds(this Diagnosis diagnosis) => diagnosis.Verification is not (DiagnosisVerification.Refuted or DiagnosisVerification.EnteredInError);

    public static IEnumerable<Diagnosis> DiagnosesThatHold(this CarePlan plan) => plan.Diagnoses.Where(Holds);

    public static Diagnosis Diagnosis(this CarePlan plan, string diagnosisId) => plan.Diagnoses.FirstOrDefault(d => d.DiagnosisId == diagnosisId) ?? throw Fault.NotFound("diagnosis", diagnosisId);

    /// <summary>An order that was written for a diagnosis stays as it was signed; who withdraws the diagnosis is told.</summary>
    public static RuleCheck AskInUse(this RuleCheck check, CarePlan plan, Diagnosis revised) => check.Ask(WithdrawnInUse, _ =>
    {
        if (revised.Holds()) return null;
        var orders = plan.TherapyOrders.Count(o => o.Status == TherapyOrderStatus.Active && o.Prescription.DiagnosisIds.Contains(revised.DiagnosisId));
        return orders == 0 ? null : $"{orders} active {(orders == 1 ? "order" : "orders")} of therapy {(orders == 1 ? "names" : "name")} this diagnosis; revise {(orders == 1 ? "it" : "them")}.";
    });
}
