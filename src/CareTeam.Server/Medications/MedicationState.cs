namespace CareTeam.Server.Medications;

/// <summary>Questions about a plan's medications that several use cases ask.</summary>
public static class MedicationState
{
    public static Medication Medication(this CarePlan plan, string medicationId) =>
        plan.Medications.FirstOrDefault(m => m.MedicationId == medicationId) ?? throw Fault.NotFound("medication", medicationId);

    public static string Subject(this Medication medication) => $"medication/{medication.MedicationId}";

    public static void MustBeTaken(this Medication medication, string toDo) =>
        Lifecycle.MustBe("medication.lifecycle", "medication", medication.MedicationId, medication.Status, toDo, MedicationStatus.Active);

    public static void MustBePrescribedHere(this Medication medication, string toDo)
    {
        if (medication.Reported)
            throw Fault.Refused("medication.prescribed-here", medication.Subject(), $"The medication comes from elsewhere and is only reported here; to {toDo} it, stop it and prescribe or report it anew.");
    }

    /// <summary>What somebody who overrides a rule must have seen.</summary>
    public static bool ChangesWhatIsTaken(this PlanEvent e) => e.ChangeCase is
        PlanEvent.ChangeOneofCase.MedicationPrescribed or PlanEvent.ChangeOneofCase.HomeMedicationReported or PlanEvent.ChangeOneofCase.MedicationChanged
        or PlanEvent.ChangeOneofCase.AllergyRecorded or PlanEvent.ChangeOneofCase.SafetyFactsRecorded;

    /// <summary>A number, not a yes or no.</summary>
    public static bool IsMeasured(this SafetyFactKind kind) => kind is SafetyFactKind.Egfr or SafetyFactKind.CreatinineClearance;
}
