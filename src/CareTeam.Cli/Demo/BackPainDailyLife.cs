using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 2 to 13: occupational therapy for daily life, and psychology for fear and confidence.</summary>
internal static class BackPainDailyLife
{
    private const string Ergonomics = "ergonomics", Coping = "coping";

    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 2 to 13: occupational therapy and psychology");
        pen.Evaluates(Okafor, "ot evaluation", pen.Fri(-33), "6>6", "Job: medium work, 50 lb occasionally, 8 h on foot. Lifts 10 lb floor to waist with a guarded stoop. Needs help with shoes.");
        pen.Measures(Okafor, "max-lift-kg", pen.Fri(-33), "10lb");
        pen.OrdersTherapy(Okafor, Ergonomics, Discipline.OccupationalTherapy, pen.Fri(-33),
            pen.Course("ergonomics, body mechanics, pacing", ["M54.59"], ["daily"], aWeek: 1, weeks: 6, pen.Wed(-32), reevaluate: pen.Wed(-27), mostPounds: 15), Okafor, "ot evaluation");
        pen.Certifies(Lindqvist, Ergonomics, pen.Mon(-32));
        Treats(pen, -32, "6>6", "Shoes with a foot on a stool; laundry in two loads.");
        pen.Teaches(Okafor, EducationTopic.BodyMechanics, pen.Wed(-32), TeachBackResult.PartlyUnderstood, "Hip hinge, golfer's lift, load close. Showed the hinge, forgot to bring the load close.");
        Treats(pen, -31, "6>5", "Timer at the sink; sits before the pain says so.");
        pen.Teaches(Okafor, EducationTopic.BodyMechanics, pen.Wed(-31), TeachBackResult.Understood, "The same again with a laundry basket: shows all three without prompting.");
        Treats(pen, -30, "5>5", "Plans the day in blocks; stands 20 minutes.");
        Treats(pen, -28, "5>4", "Bench at home raised by four inches.");
        pen.Measures(Bell, "psfs", pen.Wed(-28), "put on shoes=5, carry the laundry=3, stand through a shift change=4");
        pen.Discharges(Okafor, Ergonomics, DischargeReason.NoFurtherProgress, pen.Wed(-27),
            "Body mechanics and pacing are learned; carrying is held up by pain. OT again when the pain generator is treated.");

        pen.Evaluates(Haddad, "psychology evaluation", pen.Wed(-32), "6>6", "Fear-avoidance high, PSEQ 22, PHQ-9 9 without thoughts of self-harm. Catches himself guarding all day.");
        pen.OrdersTherapy(Haddad, Coping, Discipline.Psychology, pen.Wed(-32),
            pen.Course("cognitive behavioural therapy for pain", ["M54.59"], ["confidence"], aWeek: 1, weeks: 10, pen.Thu(-31), reevaluate: pen.Thu(-22)), Haddad, "psychology evaluation");
        Copes(pen, -31, "6>6", "Activity diary, baseline set.");
        Copes(pen, -30, "6>5", "Graded exposure: bends for a pen, predicted 8/10, felt 4/10.");
        pen.IsMissing(Haddad, Coping, pen.Thu(-29), SessionAttendance.CancelledByPatient, "Child ill.");
        Copes(pen, -28, "5>5", "Sleep: bed for sleep only, up at six.");
        Copes(pen, -26, "5>5", "Exposure: laundry basket from the floor, no safety behaviour.");
        Copes(pen, -24, "5>4", "Thinks 'sore' where he thought 'damage'. Sleeps 6 hours.");
        Copes(pen, -23, "5>5", "Flare-up plan written and tried.");
        pen.Teaches(Haddad, EducationTopic.PainScience, pen.Thu(-26), TeachBackResult.Understood, "Hurt and harm; why a sensitive system protects too early. Told it back with his knee as the example.");
        pen.Together("answers again: PSEQ 36, PHQ-9 5", () =>
        {
            pen.Measures(Bell, "pseq", pen.Thu(-23), "3, 4, 4, 3, 4, 4, 3, 4, 4, 3");
            pen.Measures(Bell, "phq9", pen.Thu(-23), "1, 0, 1, 1, 1, 0, 1, 0, 0");
        });
        pen.Reaches(Haddad, "confidence", "PSEQ 22 to 36; he bends before he thinks about it.");
        pen.Discharges(Haddad, Coping, DischargeReason.GoalsReached, pen.Thu(-23), "Confidence regained, mood improved. Back any time for a flare-up.");
    }

    private static void Treats(DemoPen pen, int week, string pain, string response) =>
        pen.Treats(Okafor, Ergonomics, pen.Wed(week), pain, 45, response, [SelfCareTraining, ErgonomicTraining]);

    private static void Copes(DemoPen pen, int week, string pain, string response) =>
        pen.Treats(Haddad, Coping, pen.Thu(week), pain, 50, response, [CognitiveBehaviouralTherapy]);
}
