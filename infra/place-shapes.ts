import { z } from 'zod';
import { code, names, wordList, words } from './city-pack-shapes';

const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** GeoJSON: a FeatureCollection of Polygons whose properties carry the district's code and names. */
export const districtsShape = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.strictObject({ code: code(28), names }),
        geometry: z.object({
          type: z.literal('Polygon'),
          coordinates: z.array(
            z.array(z.tuple([z.number(), z.number()])).min(4, 'a ring needs four points or more'),
          ),
        }),
      }),
    )
    .min(1, 'needs at least one district'),
});

export const streetsShape = z.array(
  z.strictObject({
    name: words,
    prefix: words,
    former: z.array(words).default([]),
    district: words,
    lastHouse: z.number().int().positive(),
  }),
);

export const landmarksShape = z.array(
  z.strictObject({
    names,
    words: wordList,
    district: words,
    location: location.optional(),
  }),
);

export type DistrictsFile = z.infer<typeof districtsShape>;
export type StreetsFile = z.infer<typeof streetsShape>;
export type LandmarksFile = z.infer<typeof landmarksShape>;
