using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>What is ordered of therapists: three disciplines, signed in time or late, revised, and ended.</summary>
internal static class YearsTherapyOrders
{
    public static void Write(CarePen pen)
    {
        PhysicalTherapy(pen);
        OccupationalTherapy(pen);
        Psychology(pen);
        Devices(pen);
        pen.On("2026-02-02", OccupationalTherapist, Lesson(pen, "lesson", TeachBackResult.NotDone));
        pen.On("2026-02-19", OccupationalTherapist, Lesson(pen, "second lesson", TeachBackResult.Understood));
    }

    /// <summary>Twelve weeks from the 7th of January to the 31st of March, made 24 to the 23rd of June; signed in time, and again.</summary>
    private static void PhysicalTherapy(CarePen pen)
    {
        pen.On("2026-01-05", Therapist, new RecordSessionRequest
        {
            SessionId = pen.Id("pt evaluation"),
            SessionDate = "2026-01-05",
            Attendance = SessionAttendance.Attended,
            Purpose = SessionPurpose.Evaluation,
            PainBefore = 7,
        });
        pen.On("2026-01-05", Lead, new OrderTherapyRequest
        {
            TherapyOrderId = pen.Id("pt"),
            Discipline = Discipline.PhysicalTherapy,
            Prescription = Strengthening(pen, weeks: 12),
            EvaluationSessionId = pen.Id("pt evaluation"),
            TherapistPersonId = Therapist.PersonId,
        });
        pen.On("2026-01-30", Lead, new CertifyTherapyRequest { TherapyOrderId = pen.Id("pt") });
        var revised = Strengthening(pen, weeks: 24);
        revised.ReevaluationDate = "2026-03-31";
        pen.On("2026-03-25", Lead, new ReviseTherapyOrderRequest { TherapyOrderId = pen.Id("pt"), Prescription = revised, Reason = "Lifts 25 of 50 lb." });
        pen.On("2026-03-30", Lead, new CertifyTherapyRequest { TherapyOrderId = pen.Id("pt") });
        pen.On("2026-06-16", Therapist, new DischargeFromTherapyRequest { TherapyOrderId = pen.Id("pt"), Reason = DischargeReason.GoalsReached, Summary = "Lifts 50 lb." });
    }

    private static TherapyPrescription Strengthening(CarePen pen, int weeks) => new()
    {
        DiagnosisIds = { pen.Id("radiculopathy") },
        GoalIds = { pen.Id("lift") },
        TherapyType = "core strengthening",
        SessionsPerWeek = 2,
        Weeks = weeks,
        StartDate = "2026-01-07",
    };

    /// <summary>Ordered by word of mouth, and signed late.</summary>
    private static void OccupationalTherapy(CarePen pen)
    {
        pen.On("2026-01-06", OccupationalTherapist, new OrderTherapyRequest
        {
            TherapyOrderId = pen.Id("ot"),
            Discipline = Discipline.OccupationalTherapy,
            Prescription = new() { DiagnosisIds = { pen.Id("radiculopathy") }, GoalIds = { pen.Id("lift") }, TherapyType = "work simulation", SessionsPerWeek = 1, Weeks = 8, StartDate = "2026-01-08" },
            TherapistPersonId = OccupationalTherapist.PersonId,
        });
        pen.On("2026-01-06", OccupationalTherapist, new RecordVerbalOrderRequest { TherapyOrderId = pen.Id("ot"), GivenByPersonId = Lead.PersonId });
        pen.On("2026-02-10", Lead, new CertifyTherapyRequest { TherapyOrderId = pen.Id("ot"), DelayReason = "The order lay with the wrong physician." });
        pen.On("2026-03-03", OccupationalTherapist, new DischargeFromTherapyRequest { TherapyOrderId = pen.Id("ot"), Reason = DischargeReason.GoalsReached });
    }

    private static void Psychology(CarePen pen)
    {
        pen.On("2026-01-07", Psychologist, new OrderTherapyRequest
        {
            TherapyOrderId = pen.Id("psychology"),
            Discipline = Discipline.Psychology,
            Prescription = new() { TherapyType = "cognitive behavioural therapy", SessionsPerWeek = 1, Weeks = 10, StartDate = "2026-01-12" },
            TherapistPersonId = Psychologist.PersonId,
        });
        pen.On("2026-01-08", Psychologist, new RecordTherapyPlanSentRequest { TherapyOrderId = pen.Id("psychology") });
        pen.On("2026-03-16", Psychologist, new DischargeFromTherapyRequest { TherapyOrderId = pen.Id("psychology"), Reason = DischargeReason.GoalsReached });
    }

    private static void Devices(CarePen pen)
    {
        pen.On("2026-01-26", Lead, new PrescribeDeviceRequest { DeviceId = pen.Id("tens"), Kind = DeviceKind.Tens, Description = "TENS, two channels", StopDate = "2026-04-20", FitterPersonId = Therapist.PersonId });
        pen.On("2026-01-28", Therapist, new FitDeviceRequest { DeviceId = pen.Id("tens"), Fitting = "Pads at L4 and L5." });
        pen.On("2026-04-22", Lead, new DiscontinueDeviceRequest { DeviceId = pen.Id("tens"), Reason = "No longer needed." });
    }

    private static RecordEducationRequest Lesson(CarePen pen, string name, TeachBackResult shown) =>
        new() { EducationId = pen.Id(name), Topic = EducationTopic.BodyMechanics, TeachBack = shown, Content = "Hip hinge, load close.", Minutes = 20 };
}
