using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Months one and two: radiographs, MRI, EMG, and the first course of therapy.</summary>
internal static class BackPainStudies
{
    public static void Tell(DemoPen pen)
    {
        pen.Asks(Lindqvist, "x-ray", TaskKind.Study, Discipline.Nursing, Mbeki, -150, "Lumbar radiographs, standing, flexion and extension",
            "Arrange and file: instability?");
        pen.Asks(Lindqvist, "mri", TaskKind.Study, Discipline.Nursing, Mbeki, -140, "MRI lumbar spine without contrast",
            "Arrange and file. Left L5 radicular pain, mild weakness, 8 weeks.", TaskPriority.Urgent);
        pen.Asks(Lindqvist, "emg", TaskKind.Study, Discipline.PhysicalMedicine, Osei, -130, "EMG/NCS left leg",
            "L5 radiculopathy or peroneal neuropathy at the fibular head?", after: ["mri"]);
        pen.Does(Mbeki, "x-ray", "L4-L5 disc height reduced, no instability, no fracture.");
        pen.Does(Mbeki, "mri", "Left posterolateral L4-L5 disc protrusion contacting the traversing L5 root; no stenosis, no other finding.");
        pen.Diagnoses(Lindqvist, "M51.26", "Other intervertebral disc displacement, lumbar region: L4-L5 left, MRI", onset: -212);
        pen.Does(Osei, "emg", "Left L5 radiculopathy, subacute, mild; no peroneal neuropathy.");
        pen.Notes(Osei, "emg note", -129, new SoapNote
        {
            Objective = "Sural and superficial peroneal SNAPs normal and symmetric. Peroneal motor conduction without block or slowing across "
                + "the fibular head. "
                + "Fibrillations in left tibialis anterior, gluteus medius and L5 paraspinals; L4 and S1 muscles normal.",
            Assessment = "Electrodiagnostic evidence of a mild subacute left L5 radiculopathy. No peroneal neuropathy.",
            Plan = "Report to Dr. Lindqvist. Repeat only if weakness progresses.",
        }, tasks: ["emg"]);
        pen.Leaves(Lindqvist, Osei, "Electrodiagnosis is done.");

        pen.Asks(Lindqvist, "pt course 1", TaskKind.Treatment, Discipline.PhysicalTherapy, Rivera, -140, "Extension programme and core stabilisation",
            "Every ten days, daily programme at home. No loaded flexion, limit 10 lb.",
            goals: ["odi", "walk"], series: new Recurrence { Times = 1, PeriodDays = 10, Periods = 3 });
        pen.Accepts(Rivera, "pt course 1");
        foreach (var outcome in (string[])["Centralises within 10 repetitions.", "Leg pain 5/10. Walks 600 m.", "Leg pain 4/10, to mid-calf only. Walks 800 m."])
        {
            pen.Starts(Rivera, "pt course 1");
            pen.Completes(Rivera, "pt course 1", outcome);
        }
        pen.Notes(Rivera, "pt progress 1", -119, new SoapNote
        {
            Subjective = "Leg pain 4/10, to mid-calf only. Sits 30 minutes. Home programme 6 of 7 days.",
            Objective = "SLR left 65 degrees. EHL 4+/5. Walks 800 m. ODI 36 %.",
            Assessment = "Course completed; centralising, strength returning. ODI -10 points, the minimal important change.",
            Plan = "Ready for loading under supervision once Dr. Lindqvist has seen him.",
        }, tasks: ["pt course 1"], goals: ["odi", "walk"]);
        pen.Asks(Lindqvist, "epidural", TaskKind.Treatment, Discipline.PhysicalMedicine, Lindqvist, -90,
            "Transforaminal epidural steroid injection, left L5-S1", "If leg pain stays at 6/10 or more.");
        pen.Asks(Rivera, "aquatic", TaskKind.Exercise, Discipline.PhysicalTherapy, Rivera, -105, "Aquatic conditioning, introduction",
            "Deep-water running, no loaded flexion.", goals: ["walk"]);
        pen.Declines(Rivera, "aquatic", "My pool certification has lapsed; Jun Park's is valid.");
        pen.Reassigns(Lindqvist, "aquatic", Park, "Holds the pool certification; under Tomás Rivera's plan of care.");
        pen.Does(Park, "aquatic", "25 minutes deep-water running, leg pain 3/10 before and after.");
        pen.Notes(Park, "aquatic note", -104, new SoapNote
        {
            Subjective = "'First time I have been out of breath in months.' Leg 3/10.",
            Objective = "25 min deep-water running, RPE 13. No peripheralisation.",
            Assessment = "Tolerated well.",
            Plan = "Continue on his own, twice a week at the community pool.",
        }, tasks: ["aquatic"]);
        pen.Cosigns(Rivera, "aquatic note");
    }
}
