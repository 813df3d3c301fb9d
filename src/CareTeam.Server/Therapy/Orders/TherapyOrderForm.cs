namespace CareTeam.Server.Therapy;

/// <summary>What a therapy order must be well-formed in, whoever writes or revises it. What it must contain beyond is a rule.</summary>
public static class TherapyOrderForm
{
    public static void Check(TherapyPrescription? prescription, Violations violations)
    {
        const string field = "prescription";
        if (prescription is null)
        {
            violations.Add(field, "is required");
            return;
        }
        violations.AtMost($"{field}.diagnosis_ids", prescription.DiagnosisIds, 20);
        violations.AtMost($"{field}.goal_ids", prescription.GoalIds, 20);
        violations.Text($"{field}.therapy_type", prescription.TherapyType, 200, required: false);
        violations.Range($"{field}.sessions_per_day", prescription.SessionsPerDay, 0, 4);
        violations.Range($"{field}.sessions_per_week", prescription.SessionsPerWeek, 1, 7);
        violations.Range($"{field}.weeks", prescription.Weeks, 1, 52);
        violations.Required($"{field}.start_date", prescription.StartDate);
        Texts($"{field}.precautions", prescription.Precautions, 500, violations);
        Texts($"{field}.modalities", prescription.Modalities, 200, violations);
        ExerciseForm.Check($"{field}.weight_limit", prescription.WeightLimit, violations);
        if (prescription.WeightLimit?.Unit == ExerciseDoses.Level) violations.Add($"{field}.weight_limit.unit", "must be a weight's: [lb_av] or kg");
    }

    private static void Texts(string field, IList<string> texts, int longest, Violations violations)
    {
        violations.AtMost(field, texts, 20);
        for (var i = 0; i < texts.Count; i++) violations.Text($"{field}[{i}]", texts[i], longest);
    }

    /// <summary>Days must be in order, and what the order names must be there; returns its last day.</summary>
    public static DateOnly CheckOn(CarePlan plan, TherapyPrescription prescription, string established)
    {
        foreach (var diagnosis in prescription.DiagnosisIds)
            if (!plan.Diagnosis(diagnosis).Holds()) throw Fault.Refused("diagnosis.holds", $"diagnosis/{diagnosis}", "The diagnosis is refuted, or was entered in error; an order names one that holds.");
        foreach (var goal in prescription.GoalIds) plan.Goal(goal);
        Dates.MustNotBeBefore("prescription.start_date", prescription.StartDate, established, "the day on which the order is written");
        Dates.MustNotBeBefore("prescription.reevaluation_date", prescription.ReevaluationDate, prescription.StartDate, "the start of treatment");
        return Dates.Of(prescription.StartDate).AddDays(7 * prescription.Weeks - 1);
    }
}
