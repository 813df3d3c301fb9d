namespace CareTeam.Server.Therapy;

/// <summary>What of a revised order is more than before: a progression, which an open red flag stops.</summary>
public static class TherapyProgression
{
    /// <summary>More often, for longer, or heavier than the order allowed.</summary>
    public static bool Raises(TherapyPrescription from, TherapyPrescription to) =>
        to.SessionsPerDay > from.SessionsPerDay || to.SessionsPerWeek > from.SessionsPerWeek || to.Weeks > from.Weeks || Weight(to) > Weight(from);

    public static bool LowersLimit(TherapyPrescription from, TherapyPrescription to) => Weight(to) < Weight(from);

    /// <summary>No limit allows any weight.</summary>
    private static double Weight(TherapyPrescription prescription) => ExerciseDoses.Weight(prescription.WeightLimit) ?? double.PositiveInfinity;
}
