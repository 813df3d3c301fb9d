using System.Globalization;
using CareTeam.Server.Therapy;

namespace CareTeam.Rules.Tests.Therapy;

/// <summary>Plans in the middle of therapy. Given.Now is Monday, 2026-03-02; treatment began on Monday, 2026-01-05.</summary>
public static class GivenTherapy
{
    public const string OrderId = "0190c0de-0000-7000-8000-000000000101";
    public const string OtherOrderId = "0190c0de-0000-7000-8000-000000000102";
    public const string SeriesId = "0190c0de-0000-7000-8000-000000000103";
    public const string ExerciseId = "0190c0de-0000-7000-8000-000000000104";
    public const string OtherExerciseId = "0190c0de-0000-7000-8000-000000000105";
    public const string QuotaId = "0190c0de-0000-7000-8000-000000000106";
    public const string DeviceId = "0190c0de-0000-7000-8000-000000000107";
    public const string DiagnosisId = "0190c0de-0000-7000-8000-000000000108";
    public const string ReportId = "0190c0de-0000-7000-8000-000000000109";
    public const string EvaluationId = "0190c0de-0000-7000-8000-00000000010a";
    public const string EducationId = "0190c0de-0000-7000-8000-00000000010b";
    public const string ProcedureId = "0190c0de-0000-7000-8000-00000000010c";
    public const string WindowId = "0190c0de-0000-7000-8000-00000000010d";
    public const string Start = "2026-01-05";

    public static readonly Person Assistant = new() { PersonId = "pta", Name = "Pat", Role = Role.PhysicalTherapistAssistant };
    public static readonly Person OccupationalTherapist = new() { PersonId = "ot", Name = "Olu", Role = Role.OccupationalTherapist };
    public static readonly Person Practitioner = new() { PersonId = "np", Name = "Nia", Role = Role.NursePractitioner };
    public static readonly Person Orthotist = new() { PersonId = "cpo", Name = "Oto", Role = Role.Orthotist };
    public static readonly Person Nurse = new() { PersonId = "rn", Name = "Nur", Role = Role.Nurse };

    public static readonly RuleTable Table = RuleTable.Shipped;
    public static readonly ScopeOfPractice Scope = ScopeOfPractice.Shipped;

    /// <summary>An active plan with the whole team, a diagnosis and a goal that is measurable and dated.</summary>
    public static Given Plan()
    {
        var given = Given.ActivePlan();
        foreach (var person in new[] { Assistant, OccupationalTherapist, Practitioner, Orthotist, Nurse }) given.Event(new() { MemberAdded = new() { Person = person, Since = Given.Now } });
        return given
            .Event(new() { DiagnosisAdded = new() { Diagnosis = new() { DiagnosisId = DiagnosisId, Icd10CmCode = "M54.16", Text = "Radiculopathy, lumbar" } } })
            .Event(new() { GoalAdded = new() { Goal = new() { GoalId = Given.GoalId, Description = "Lift 50 lb", Measure = "lift floor to waist", Target = 50, DueDate = "2026-05-01", Status = GoalStatus.Active } } });
    }

    /// <summary>Three sessions a week for twelve weeks, up to 2026-03-29; weight up to 40 lb.</summary>
    public static TherapyPrescription Prescription() => new()
    {
        DiagnosisIds = { DiagnosisId },
        GoalIds = { Given.GoalId },
        TherapyType = "core strengthening",
        SessionsPerDay = 1,
        SessionsPerWeek = 3,
        Weeks = 12,
        StartDate = Start,
        WeightLimit = Pounds(40),
        ReevaluationDate = "2026-04-01",
    };

    /// <summary>The plan with an order and its series of treatment.</summary>
    public static Given PlanWithOrder(Discipline discipline = Discipline.PhysicalTherapy, Action<TherapyPrescription>? with = null, Person? therapist = null) => Plan().Order(discipline, with, therapist);

    public static Given Order(this Given given, Discipline discipline = Discipline.PhysicalTherapy, Action<TherapyPrescription>? with = null, Person? therapist = null, string orderId = OrderId, string evaluation = "")
    {
        var prescription = Prescription();
        with?.Invoke(prescription);
        var end = Dates.Of(prescription.StartDate).AddDays(7 * prescription.Weeks - 1).Iso();
        return given
            .Event(new() { TherapyOrdered = new() { TherapyOrderId = orderId, Discipline = discipline, Prescription = prescription, EndDate = end, EstablishedDate = Start, TaskId = SeriesId, EvaluationSessionId = evaluation } })
            .Event(new() { TaskAdded = new() { Task = TreatmentSeries.New(SeriesId, discipline, prescription, Dates.Of(prescription.StartDate), prescription.Weeks, therapist, Given.Lead) } });
    }

    /// <summary>An attended session, unless it is told otherwise.</summary>
    public static Given Session(this Given given, string date, Action<TherapySessionSummary>? with = null, string orderId = OrderId)
    {
        var summary = new TherapySessionSummary
        {
            SessionId = Id(given.Plan.Sessions.Count),
            TherapyOrderId = orderId,
            Discipline = Discipline.PhysicalTherapy,
            SessionDate = date,
            Attendance = SessionAttendance.Attended,
            Purpose = SessionPurpose.Treatment,
            TreatedBy = Given.Therapist,
        };
        with?.Invoke(summary);
        return given.Event(new() { SessionRecorded = new() { Summary = summary } });
    }

    /// <summary>So many treatment days, one a weekday, from the start on: the tenth is Friday, 2026-01-16.</summary>
    public static Given TreatmentDays(this Given given, int days)
    {
        for (var day = Dates.Of(Start); days > 0; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            given.Session(day.Iso());
            days--;
        }
        return given;
    }

    public static Given Report(this Given given, string periodEnd, string? orderId = null) => given.Event(new()
    {
        ProgressReportFiled = new()
        {
            Report = new()
            {
                ProgressReportId = Id(500 + given.Plan.ProgressReports.Count),
                TherapyOrderId = orderId ?? OrderId,
                Status = ProgressReportStatus.Completed,
                PeriodEndDate = periodEnd,
                CompletedBy = Given.Therapist,
            },
        },
    });

    public static Given Certified(this Given given, string day, string from = "", int interval = 90, string end = "2026-03-29") => given.Event(new()
    {
        TherapyCertified = new()
        {
            TherapyOrderId = OrderId,
            Certification = new() { CertificationId = Id(600), CertifiedBy = Given.Lead, SignedDate = day, FromDate = from, IntervalDays = interval, OrderEndDate = end },
        },
    });

    public static Given Exercise(this Given given, ExerciseDose? dose = null, ExerciseDose? limit = null, string since = Start, string id = ExerciseId, string orderId = OrderId) => given.Event(new()
    {
        ExercisePrescribed = new()
        {
            ExerciseId = id,
            TherapyOrderId = orderId,
            Prescription = new() { Name = "Deadlift", Category = ExerciseCategory.Functional, Dose = dose ?? Dose(), AssistantLimit = limit },
            FromDate = since,
        },
    });

    public static Given Adjusted(this Given given, ExerciseChange change, string from, ExerciseDose? dose = null) =>
        given.Event(new() { ExerciseAdjusted = new() { ExerciseId = ExerciseId, Change = change, Dose = dose, FromDate = from } });

    /// <summary>3 x 8 with 25 lb, five times a week at home.</summary>
    public static ExerciseDose Dose(Action<ExerciseDose>? with = null)
    {
        var dose = new ExerciseDose { SessionsPerWeek = 3, HomeSessionsPerWeek = 5, Sets = 3, Repetitions = 8, Load = Pounds(25) };
        with?.Invoke(dose);
        return dose;
    }

    /// <summary>The home programme, done so many times in the week of a Monday.</summary>
    public static Given HomeLogs(this Given given, string monday, int times, string exerciseId = ExerciseId)
    {
        for (var i = 0; i < times; i++) given.Event(new() { HomeExerciseLogged = new() { LogDate = monday, WeekStartDate = monday, ExerciseIds = { exerciseId } } });
        return given;
    }

    public static Given Quota(this Given given, GradedActivity activity, double target, string monday = Start) => given.Event(new()
    {
        ActivityQuotaSet = new()
        {
            ActivityQuotaId = QuotaId,
            TherapyOrderId = OrderId,
            Activity = activity,
            Step = new() { WeekStartDate = monday, WeeklyTarget = target, SetBy = Given.Therapist },
        },
    });

    /// <summary>What was done of the quota in one week after the other.</summary>
    public static Given Done(this Given given, params double[] weeks)
    {
        for (var i = 0; i < weeks.Length; i++)
        {
            var monday = Dates.Of(Start).AddDays(7 * i).Iso();
            if (weeks[i] > 0)
                given.Event(new() { HomeExerciseLogged = new() { LogDate = monday, WeekStartDate = monday, Activities = { new ActivityAmount { ActivityQuotaId = QuotaId, WeekStartDate = monday, Amount = weeks[i] } } } });
        }
        return given;
    }

    public static Given Device(this Given given, DeviceStatus status = DeviceStatus.Prescribed, string stop = "")
    {
        given.Event(new() { DevicePrescribed = new() { DeviceId = DeviceId, Kind = DeviceKind.LumbarBrace, Description = "LSO, size M", TaskId = Given.TaskId, StopDate = stop } })
            .Event(new() { TaskAdded = new() { Task = new() { TaskId = Given.TaskId, Title = "Fit lumbar brace", Kind = TaskKind.Treatment, Discipline = Discipline.Orthotics, Status = TaskStatus.Requested, Requester = Given.Lead } } });
        return status switch
        {
            DeviceStatus.Fitted => given.Event(new() { DeviceFitted = new() { DeviceId = DeviceId, FittedDate = "2026-03-02" } }),
            DeviceStatus.Discontinued => given.Event(new() { DeviceDiscontinued = new() { DeviceId = DeviceId, Reason = "r" } }),
            _ => given,
        };
    }

    /// <summary>The window after an injection, as the rules open it.</summary>
    public static Given Injection(this Given given, string day, string procedureId = ProcedureId, RuleTable? rules = null)
    {
        foreach (var e in RehabilitationWindows.Opened(rules ?? Table, given.Plan, procedureId, Dates.Of(day))) given.Event(e);
        return given;
    }

    public static TherapyOrder TheOrder(this Given given) => given.Plan.TherapyOrders.Single(o => o.TherapyOrderId == OrderId);

    public static CareTask Series(this CarePlan plan) => plan.Tasks.Single(t => t.TaskId == SeriesId);

    public static IReadOnlyList<Server.Clocks.Due> Dues(this Given given, string kind, string today, RuleTable? rules = null) =>
        [.. new TherapyDues().Dues(given.Plan, rules ?? Table, Dates.Of(today)).Where(d => d.Kind == kind)];

    /// <summary>Those of which somebody should know by then.</summary>
    public static IReadOnlyList<Server.Clocks.Due> Told(this Given given, string kind, string today, RuleTable? rules = null) =>
        [.. given.Dues(kind, today, rules).Where(d => d.NoticeDay <= Dates.Of(today))];

    public static ExerciseLoad Pounds(double value) => new() { Value = value, Unit = ExerciseDoses.Pounds };

    public static Timestamp EndOf(string day) => Timestamp.FromDateTime(Dates.Of(day).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMicroseconds(-1));

    public static OverrideRequest Override(string rule) => new() { RuleId = rule, Reason = "It is right here." };

    private static string Id(int n) => $"0190c0de-0000-7000-8001-{n.ToString("D12", CultureInfo.InvariantCulture)}";
}
