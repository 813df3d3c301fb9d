using static CareTeam.Cli.Demo.DemoPen;
using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 28 to 34: the employer agrees, hours and loads rise, and full duty begins.</summary>
internal static class BackPainReturnToWork
{
    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 28 to 34: back to work");
        pen.Asks(Lindqvist, "job-site visit", TaskKind.Consultation, Discipline.Unspecified, Okafor, pen.Thu(-6), "Job-site visit with the supervisor", "Agree on a graded return: hours, loads, breaks.", goals: ["work"]);
        pen.Declines(Okafor, "job-site visit", "Petra Novak knows the employer and the law; I send her the job analysis.");
        pen.Joins(Lindqvist, Novak);
        pen.Reassigns(Lindqvist, "job-site visit", Novak, "Vocational counsellor, knows the employer.");
        pen.Does(Novak, "job-site visit", "Half shifts and 25 lb for two weeks, full hours and 40 lb for two, then full duty.");
        pen.Notes(Novak, "job-site note", pen.Thu(-6), new SoapNote
        {
            Objective = "Aisle and loads measured: 50 lb at most, ten times a shift. Supervisor present.",
            Assessment = "Employer is willing; a sit-stand stool at the packing table helps in the first weeks.",
            Plan = "Weekly call with the supervisor until four weeks of full duty are done.",
        }, goals: ["work"]);
        pen.Measures(Lindqvist, "rtw-status", pen.Mon(-5), "modified_duty_reduced_hours");
        pen.Teaches(Okafor, EducationTopic.ReturnToWork, pen.Wed(-5), TeachBackResult.Understood, "When to speak up, how to ask for help with a lift, breaks by plan.");
        pen.Measures(Lindqvist, "rtw-status", pen.Mon(-3), "modified_duty_full_hours");
        pen.Measures(Lindqvist, "rtw-status", pen.Mon(-1), "full_duty");
        LastVisit(pen);
        Discharge(pen);
    }

    private static void LastVisit(DemoPen pen)
    {
        BackPainWorkUp.Measured(pen, "ODI 12 % twelve weeks after the ablation", pen.Thu(-1), "1, 0, 1, 0, 1, 1, 1, 1, 0, 0", 1);
        pen.Measures(Bell, "fabq", pen.Thu(-1), "2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 0, 1, 1");
        BackPainAblation.FollowUp(pen, Lindqvist, pen.Thu(-1), 1, 85, "full shifts, 50 lb, walks to work");
        pen.Examines(Lindqvist, "last exam", pen.Thu(-1),
            "gait normal", "rom lumbar-spine flexion 60", "rom lumbar-spine extension 25", "rom lumbar-spine lateral-flexion left 22", "test facet-loading left negative", "test slr left negative",
            "test prone-instability negative", "strength L4 left 5", "strength L5 left 5", "strength S1 left 5", "reflex patellar left 2", "reflex achilles left 2", "sensation L5 left pinprick normal");
        pen.Notes(Lindqvist, "last visit", pen.Thu(-1), new SoapNote
        {
            Subjective = "Full duty since Monday. Back 1/10 at the end of a shift. 'I know what to do when it comes back.'",
            Objective = "Extension 25 degrees without pain, facet loading negative, neurology normal. ODI 12 % (46 %), lifts 50 lb (10), 6MWT 520 m (330).",
            Assessment = "Function restored; response to the ablation lasts at 12 weeks, 86 % relief.",
            Plan = "Taper duloxetine. PT ends tomorrow. The plan is closed when full duty has held for four weeks.",
        }, goals: ["odi", "lift", "walk", "work"]);
        pen.Tapers(Lindqvist, "duloxetine", "20 mg", TimesADay(1), 1, 15, "Pain 1/10 for five weeks.");
        pen.Reaches(Lindqvist, "odi", "ODI 12 %, below 20 % at two visits.");
    }

    private static void Discharge(DemoPen pen)
    {
        const string order = BackPainConservativeCare.Order;
        pen.Treats(Rivera, order, pen.Fri(-1), "1>0", 45, "Discharge: trunk flexor endurance 112 s, 6MWT 520 m, sit-to-stand 9.8 s.", [TherapeuticExercise], "deadlift=3x8, 40 lb, RPE 12", SessionPurpose.Discharge);
        pen.Measures(Rivera, "6mwt", pen.Fri(-1), "520");
        pen.Measures(Rivera, "5xsts", pen.Fri(-1), "9.9, 9.8");
        pen.Reaches(Rivera, "walk", "520 m in six minutes; walks to work.");
        pen.ReportsProgress(Rivera, "report 4", order, pen.Fri(-1), new()
        {
            Objective = "6MWT 520 m (330), sit-to-stand 9.8 s (16.8), trunk flexor endurance 112 s (28), deadlift 40 lb.",
            Assessment = "All goals of PT are reached; trains by himself.",
            Plan = "Discharge to self-management, gym twice a week.",
        }, ProgressRecommendation.Discharge);
        pen.Discharges(Rivera, order, DischargeReason.GoalsReached, pen.Fri(-1), "Walks and lifts as the job asks; goes on by himself.");
    }
}
