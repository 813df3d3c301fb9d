using CareTeam.Cli.History;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Therapy;

/// <summary>Tells an event of therapy in a sentence; null for any other.</summary>
public static class TherapyEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.TherapyOrdered => $"Therapy ordered: {TherapyWords.Order(e.TherapyOrdered.Discipline, e.TherapyOrdered.Prescription)}, {TherapyWords.Course(e.TherapyOrdered.Prescription)}",
        Change.TherapyOrderRevised =>
            $"Therapy order {names.Of(e.TherapyOrderRevised.TherapyOrderId)} revised: {TherapyWords.Course(e.TherapyOrderRevised.Prescription)}{Shown.Because(e.TherapyOrderRevised.Reason)}",
        Change.TherapyDischarged =>
            $"Discharged from {names.Of(e.TherapyDischarged.TherapyOrderId)}, {Shown.Words(e.TherapyDischarged.Reason)}{Shown.Because(e.TherapyDischarged.Summary)}",
        Change.TherapyCertified => $"{names.Of(e.TherapyCertified.TherapyOrderId)} {Certified(e.TherapyCertified.Certification)}",
        Change.VerbalOrderRecorded => $"{names.Of(e.VerbalOrderRecorded.TherapyOrderId)} {Verbal(e.VerbalOrderRecorded.VerbalOrder)}",
        Change.TherapyPlanSentRecorded => $"{names.Of(e.TherapyPlanSentRecorded.TherapyOrderId)} sent to the physician {e.TherapyPlanSentRecorded.PlanSent?.SentDate}",
        Change.ExercisePrescribed => $"Exercise {names.Of(e.ExercisePrescribed.ExerciseId)} prescribed: {ExerciseDoseOption.Words(e.ExercisePrescribed.Prescription?.Dose)}",
        Change.ExerciseAdjusted => $"Exercise {names.Of(e.ExerciseAdjusted.ExerciseId)} {Adjusted(e.ExerciseAdjusted)}{Shown.Because(e.ExerciseAdjusted.Reason)}",
        Change.SessionRecorded => $"Session of {Shown.Words(e.SessionRecorded.Summary?.Discipline ?? default)} {TherapyWords.Session(e.SessionRecorded.Summary)}{Shown.Corrected(e.SessionRecorded.Summary?.CorrectionReason)}",
        Change.ProgressReportFiled => $"Progress report of {names.Of(e.ProgressReportFiled.Report?.TherapyOrderId ?? "")} {Reported(e.ProgressReportFiled.Report)}",
        Change.HomeExerciseLogged => Logged(e.HomeExerciseLogged),
        Change.ActivityQuotaSet => Quota(e.ActivityQuotaSet),
        Change.DevicePrescribed => $"Device prescribed: {TherapyWords.Device(e.DevicePrescribed.Kind, e.DevicePrescribed.Description)}{Shown.Because(TherapyWords.Wear(e.DevicePrescribed.WearSchedule))}",
        Change.DeviceFitted => $"{names.Of(e.DeviceFitted.DeviceId)} fitted {e.DeviceFitted.FittedDate}{Shown.Because(e.DeviceFitted.Fitting)}",
        Change.DeviceDiscontinued => $"{names.Of(e.DeviceDiscontinued.DeviceId)} discontinued{Shown.Because(e.DeviceDiscontinued.Reason)}",
        Change.EducationRecorded => $"Education{Taught(e.EducationRecorded.Summary)}{Shown.Because(e.EducationRecorded.Content)}",
        Change.RehabilitationWindowOpened =>
            $"Rehabilitation window opened {e.RehabilitationWindowOpened.Window?.OpenedDate}: first visit by {e.RehabilitationWindowOpened.Window?.FirstVisitByDate}",
        _ => null,
    };

    private static string Certified(TherapyCertification? signed)
    {
        if (signed is null) return "certified";
        var delayed = signed.DelayReason.Length > 0 ? $", delayed: {signed.DelayReason}" : "";
        return $"{(signed.Recertification ? "recertified" : "certified")} by {Shown.Name(signed.CertifiedBy)} on {signed.SignedDate} for {signed.IntervalDays} days{delayed}";
    }

    private static string Verbal(VerbalOrder? order) => order is null ? "ordered orally" : $"ordered orally by {Shown.Name(order.GivenBy)} on {order.GivenDate}";

    private static string Taught(EducationSummary? lesson) =>
        lesson is null ? "" : $" in {Shown.Words(lesson.Topic)} on {lesson.EducationDate}, teach-back {Shown.Words(lesson.TeachBack)}";

    private static string Adjusted(ExerciseAdjusted adjusted) =>
        $"{Shown.Words(adjusted.Change)}{(adjusted.Dose is null ? "" : $" to {ExerciseDoseOption.Words(adjusted.Dose)}")}";

    private static string Reported(ProgressReport? report) => report is null ? "filed"
        : report.CompletedBy is { } by ? $"completed by {Shown.Name(by)}, {report.TreatmentDays} treatment days through {report.PeriodEndDate}" : "in preparation";

    private static string Logged(HomeExerciseLogged log)
    {
        var pain = TherapyWords.Pain(log.HasPainBefore ? log.PainBefore : null, log.HasPainAfter ? log.PainAfter : null);
        return $"Home programme of {log.LogDate}: {log.ExerciseIds.Count} exercises{pain}{Shown.Because(log.Comment)}";
    }

    private static string Quota(ActivityQuotaSet set)
    {
        var target = set.Step is { WeeklyTarget: > 0 } step ? TherapyWords.Target(step.WeeklyTarget, set.Activity) : "none";
        return $"Quota of {Shown.Words(set.Activity)} from {set.Step?.WeekStartDate}: {target}{Shown.Because(set.Step?.Reason ?? "")}";
    }
}
